package dev.txscope.ui.shell;

import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// The end of the broker's own log, over the window, until it is closed.
final class LogOverlay {
    private final TextArea lines = new TextArea();
    private final StackPane cover;
    private final Texts texts;

    LogOverlay(Texts texts) {
        this.texts = texts;
        var title = Nodes.label(texts.of("shell.brokerLog.title"), Styles.TITLE);
        lines.setEditable(false);
        lines.setId("broker-log");
        lines.getStyleClass().add(Styles.CODE);
        lines.accessibleTextProperty().bind(texts.of("shell.brokerLog.title"));
        VBox.setVgrow(lines, Priority.ALWAYS);
        var close = new Button();
        close.setId("broker-log-close");
        close.textProperty().bind(texts.of("shell.close"));
        close.setOnAction(_ -> hide());
        close.setCancelButton(true);
        var panel = Styles.styled(new VBox(title, lines, close), Styles.CARD, "overlay-panel");
        cover = Styles.styled(new StackPane(panel), "overlay");
        cover.setVisible(false);
        cover.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        hide();
                    }
                });
    }

    Region view() {
        return cover;
    }

    void show(List<String> log) {
        lines.setText(log.isEmpty() ? texts.get("shell.brokerLog.empty") : String.join("\n", log));
        lines.positionCaret(lines.getLength());
        cover.setVisible(true);
        lines.requestFocus();
    }

    private void hide() {
        cover.setVisible(false);
    }
}
