package dev.txscope.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// What nodes say while the mouse rests on them. A [Tooltip] is a window with a scene of its own,
/// and most are never seen: each is made when the mouse first comes to its node.
public final class Tooltips {
    /// At most this part of the window is covered.
    private static final double PART = 0.35;

    /// So that pointing along the timeline does not cover it.
    private static final Duration AFTER = Duration.seconds(1);

    private Tooltips() {}

    /// Shows the text over the node, wrapped so that it never gets wider than a part of the window.
    public static void install(Node node, ObservableValue<String> text) {
        install(node, text, AFTER);
    }

    static void install(Node node, ObservableValue<String> text, Duration after) {
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent entered) {
                        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                        Tooltip.install(node, tooltip(node, text, after));
                    }
                });
    }

    private static Tooltip tooltip(Node node, ObservableValue<String> text, Duration after) {
        var tip = new Tooltip();
        tip.textProperty().bind(text);
        tip.setShowDelay(after);
        tip.setWrapText(true);
        tip.setOnShowing(
                _ -> {
                    if (node.getScene() != null) {
                        tip.setMaxWidth(node.getScene().getWidth() * PART);
                    }
                });
        return tip;
    }
}
