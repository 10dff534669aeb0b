package dev.txscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/// Tooltips that hold whole sentences.
public final class Tooltips {
    /// At most this part of the window is covered.
    private static final double PART = 0.35;

    private Tooltips() {}

    /// Shows the tooltip over the node, wrapped so that it never gets wider than a part of the
    /// window.
    public static void install(Node node, Tooltip tip) {
        tip.setWrapText(true);
        tip.setOnShowing(
                _ -> {
                    if (node.getScene() != null) {
                        tip.setMaxWidth(node.getScene().getWidth() * PART);
                    }
                });
        Tooltip.install(node, tip);
    }
}
