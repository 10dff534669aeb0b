package dev.txscope.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Small steps that every view takes.
public final class Nodes {
    private static final Duration TIP_AFTER = Duration.millis(400);

    private Nodes() {}

    /// A label whose text follows.
    public static Label label(ObservableValue<String> text, String... classes) {
        var label = Styles.styled(new Label(), classes);
        label.textProperty().bind(text);
        return label;
    }

    /// A tooltip, which is also what a screen reader says more of the node.
    public static void tip(Node node, ObservableValue<String> text) {
        Tooltips.install(node, text, TIP_AFTER);
        node.accessibleHelpProperty().bind(text);
    }

    /// A button whose words are under the key, and whose tooltip is under `key.tip`.
    public static Button button(Texts texts, String key, String id) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.of(key));
        tip(button, texts.of(key + ".tip"));
        return button;
    }

    /// Takes no room while it is hidden.
    public static <N extends Node> N shownWhen(N node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }
}
