package dev.txscope.ui.now;

import dev.txscope.playback.Frame;
import dev.txscope.ui.fx.ViewContext;

import javafx.scene.layout.Region;

/// *Now*, ready to be put into the window. FX thread only.
public final class NowSlice {
    /// Needs the tokens and [dev.txscope.ui.control.Icons#STYLESHEET] before it.
    public static final String STYLESHEET = "/dev/txscope/ui/now/now.css";

    private final NowPresenter presenter;
    private final Region view;

    public NowSlice(ViewContext context) {
        var model = new NowModel();
        presenter = new NowPresenter(model);
        view = new NowView(model, context).build();
    }

    public Region view() {
        return view;
    }

    /// Shows that frame, newer or older than the one before. Costs as much as there are columns to
    /// be seen.
    public void show(Frame frame) {
        presenter.show(frame.world());
    }
}
