package dev.txscope.ui.services;

import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;

import java.util.Map;

/// A line of code with the button that copies it.
final class CopyLine {
    private CopyLine() {}

    static HBox of(ObservableValue<String> line, String id, Texts texts) {
        var code = Nodes.label(line, Styles.CODE);
        var copy = Styles.styled(new Button(null, Icons.copy()), "flat");
        copy.setId(id);
        copy.accessibleTextProperty()
                .bind(line.map(text -> texts.get("services.copy.spoken", text)));
        Nodes.tip(copy, texts.of("services.copy"));
        copy.setOnAction(
                _ ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, line.getValue())));
        return Styles.styled(new HBox(copy, code), "service-line");
    }
}
