package dev.txscope.ui.shell;

import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// What the shapes mean, in one line.
final class Legend {
    private final Texts texts;

    Legend(Texts texts) {
        this.texts = texts;
    }

    Region build() {
        var line =
                new FlowPane(
                        entry("committed", Styles.COMMITTED, Icons.check()),
                        entry("aborted", Styles.ABORTED, Icons.cross()),
                        entry("open", Styles.OPEN, null),
                        entry("delivered", Styles.DELIVERED, null),
                        entry("held", Styles.HELD, Icons.lock()),
                        entry("filtered", Styles.FILTERED, null),
                        entry("marker", Styles.MARKER, Icons.diamond()));
        return Styles.styled(line, "legend");
    }

    private Node entry(String word, PseudoClass state, @Nullable Node icon) {
        var swatch = Styles.styled(new HBox(), "swatch");
        if (icon != null) {
            swatch.getChildren().add(icon);
        }
        swatch.pseudoClassStateChanged(state, true);
        var label = Nodes.label(texts.of("shell.legend." + word), Styles.CAPTION);
        return Styles.styled(new HBox(swatch, label), "entry");
    }
}
