package dev.txscope.ui.shell;

import dev.txscope.ui.control.Overlay;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The end of the broker's own log, over the window, until it is closed. Built when it is first
/// asked for: a start without trouble does not pay for it.
final class LogOverlay {
    private final Texts texts;
    private final Overlay overlay = new Overlay();
    private @Nullable TextArea lines;

    LogOverlay(Texts texts) {
        this.texts = texts;
    }

    Region view() {
        return overlay.view();
    }

    ReadOnlyBooleanProperty openProperty() {
        return overlay.openProperty();
    }

    void show(List<String> log) {
        TextArea area = lines == null ? build() : lines;
        lines = area;
        area.setText(log.isEmpty() ? texts.get("shell.brokerLog.empty") : String.join("\n", log));
        area.positionCaret(area.getLength());
        overlay.open(area);
    }

    private TextArea build() {
        var title = Nodes.label(texts.of("shell.brokerLog.title"), Styles.TITLE);
        var area = new TextArea();
        area.setEditable(false);
        area.setId("broker-log");
        area.getStyleClass().add(Styles.CODE);
        area.accessibleTextProperty().bind(texts.of("shell.brokerLog.title"));
        Nodes.tip(area, texts.of("shell.brokerLog.title"));
        VBox.setVgrow(area, Priority.ALWAYS);
        var close = new Button();
        close.setId("broker-log-close");
        close.textProperty().bind(texts.of("shell.close"));
        Nodes.tip(close, texts.of("shell.close.tip"));
        close.setOnAction(_ -> overlay.close());
        overlay.panel().getChildren().addAll(title, area, close);
        return area;
    }
}
