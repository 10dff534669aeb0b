package dev.txscope.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// Icons by meaning, drawn as shapes: many systems have no font with ✓, ✕ or ◆.
///
/// `icons.css` gives each its shape and its size in em. Its colour is the text's unless a slice's
/// css sets `-icon` on it or above it. An icon stands beside words and is silent to a screen
/// reader.
public final class Icons {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/control/icons.css";

    private Icons() {}

    /// Committed; done.
    public static Region check() {
        return icon("check");
    }

    /// Aborted; failed.
    public static Region cross() {
        return icon("cross");
    }

    /// A marker.
    public static Region diamond() {
        return icon("diamond");
    }

    /// Held by the broker.
    public static Region lock() {
        return icon("lock");
    }

    /// Copies what stands beside it.
    public static Region copy() {
        return icon("copy");
    }

    /// Shut: what it stands before can be unfolded.
    public static Region folded() {
        return icon("folded");
    }

    /// Open: what it stands before can be folded.
    public static Region unfolded() {
        return icon("unfolded");
    }

    /// Downwards, as time runs.
    public static Region down() {
        return icon("down");
    }

    public static Region play() {
        return icon("play");
    }

    public static Region pause() {
        return icon("pause");
    }

    public static Region stepBack() {
        return icon("step-back");
    }

    public static Region stepForward() {
        return icon("step-forward");
    }

    public static Region toStart() {
        return icon("to-start");
    }

    public static Region toEnd() {
        return icon("to-end");
    }

    /// Light or dark.
    public static Region moon() {
        return icon("moon");
    }

    /// What this program is.
    public static Region about() {
        return icon("about");
    }

    /// More choices.
    public static Region more() {
        return icon("more");
    }

    /// How things are set.
    public static Region settings() {
        return icon("settings");
    }

    /// Something is wrong.
    public static Region warning() {
        return icon("warning");
    }

    private static Region icon(String name) {
        var icon = new Region();
        icon.getStyleClass().addAll("icon", "icon-" + name);
        icon.setMouseTransparent(true);
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }
}
