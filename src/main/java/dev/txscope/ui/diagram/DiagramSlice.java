package dev.txscope.ui.diagram;

import dev.txscope.playback.Frame;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;

/// The state diagram of one producer, ready to be put into the window. FX thread only.
public final class DiagramSlice {
    /// Needs the tokens before it.
    public static final String STYLESHEET = "/dev/txscope/ui/diagram/diagram.css";

    private final DiagramModel model = new DiagramModel();
    private final DiagramPresenter presenter;
    private final Region view;

    /// @param producer the producer's name in the facts, such as `A`
    public DiagramSlice(ViewContext context, String producer) {
        presenter = new DiagramPresenter(model, producer, Beat.real());
        view = new DiagramView(model, context).build();
    }

    public Region view() {
        return view;
    }

    /// Whether the system asks for no motion: then the diagram jumps and just writes the durations.
    public BooleanProperty reducedMotionProperty() {
        return model.reducedMotionProperty();
    }

    /// Shows that frame. One with fewer facts than the one before is a seek and is shown at once.
    public void show(Frame frame) {
        presenter.show(frame);
    }

    /// Shows that frame at once, also when it is newer: for every move of the cursor.
    public void jumpTo(Frame frame) {
        presenter.jumpTo(frame);
    }
}
