package dev.txscope.ui.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Style classes and pseudo-classes that more than one view uses. Java names meaning, CSS names
/// looks.
public final class Styles {
    /// A white panel with a border.
    public static final String CARD = "card";

    /// A panel's title.
    public static final String TITLE = "title";

    /// Small, quiet text.
    public static final String CAPTION = "caption";

    /// Kafka's own words, code, keys and values.
    public static final String CODE = "code";

    /// What we add, not what Kafka said.
    public static final String NOTE = "note";

    public static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    public static final PseudoClass COMMITTED = PseudoClass.getPseudoClass("committed");
    public static final PseudoClass ABORTED = PseudoClass.getPseudoClass("aborted");
    public static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    public static final PseudoClass FILTERED = PseudoClass.getPseudoClass("filtered");
    public static final PseudoClass DELIVERED = PseudoClass.getPseudoClass("delivered");
    public static final PseudoClass MARKER = PseudoClass.getPseudoClass("marker");
    public static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    /// The subject that the person points at, see [Highlight].
    public static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private Styles() {}

    /// Adds style classes and gives the node back.
    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
