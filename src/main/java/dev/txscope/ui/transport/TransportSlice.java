package dev.txscope.ui.transport;

import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// The transport bar as a part of the window. FX thread only.
public final class TransportSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/transport/transport.css";

    static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final TransportPresenter presenter;
    private final Region view;

    /// @param cursor where somebody looks: this bar moves it, whoever owns it shows the frame; it
    ///   may be moved from elsewhere too
    public TransportSlice(ViewContext context, ObjectProperty<Cursor> cursor) {
        presenter = new TransportPresenter(cursor);
        view = new TransportView(presenter, context.texts()).build();
    }

    public Region view() {
        return view;
    }

    /// Shows where `shown` is in the run; at each pulse with news, or when the cursor moves.
    ///
    /// @param latest the frame with everything that happened
    public void show(Frame latest, Frame shown) {
        presenter.show(latest, shown);
    }
}
