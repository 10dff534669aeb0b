package dev.txscope.ui.producer;

import dev.txscope.command.Command.SendRecords;
import dev.txscope.projection.Message;
import dev.txscope.ui.control.RecordField;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Key, value and count of the next Send. A sensible next value is filled in; what cannot be sent
/// is said here, under the field.
final class ProducerForm {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,5}");
    private static final long MAX_MEGABYTES = 64;
    private static final long MEGABYTE = 1 << 20;

    private final Texts texts;
    private final RecordField key = new RecordField();
    private final RecordField value = new RecordField();
    private final TextField count = new TextField("1");
    private final ObjectProperty<@Nullable Message> error = new SimpleObjectProperty<>(null);

    ProducerForm(Texts texts, Runnable send) {
        this.texts = texts;
        key.setContent("customer-7");
        value.setContent("order-1");
        key.setId("producer-key");
        value.setId("producer-value");
        count.setId("producer-count");
        for (TextField field : new TextField[] {key, value, count}) {
            field.setOnAction(_ -> send.run());
            field.textProperty().subscribe(() -> error.set(null));
        }
    }

    Region build() {
        count.setPrefColumnCount(3);
        key.setPrefColumnCount(6);
        value.setPrefColumnCount(6);
        key.promptTextProperty().bind(texts.of("producer.key.none"));
        value.promptTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::prompt, value.keptProperty(), texts.languageProperty()));
        var fields =
                new HBox(
                        labelled(key, "producer.key", true),
                        labelled(value, "producer.value", true),
                        labelled(count, "producer.count", false));
        return new VBox(Styles.styled(fields, "fields"), errorLabel());
    }

    /// The records to send; null where the form says what is wrong with them.
    @Nullable SendRecords records() {
        error.set(null);
        String times = count.getText().strip();
        if (!COUNT.matcher(times).matches() || wrong(Integer.parseInt(times))) {
            return fail(count, Message.of("producer.error.count"));
        }
        int n = Integer.parseInt(times);
        long size = (long) n * value.content().getBytes(StandardCharsets.UTF_8).length / MEGABYTE;
        if (size > MAX_MEGABYTES) {
            return fail(value, Message.of("producer.error.size", size));
        }
        String chosen = key.content();
        return new SendRecords(chosen.isEmpty() ? null : chosen, value.content(), n);
    }

    /// Fills in what sensibly follows that value.
    void continueAfter(String sent) {
        value.setContent(SendRecords.next(sent));
    }

    private static boolean wrong(int n) {
        return n < 1 || n > SendRecords.MAX_COUNT;
    }

    private @Nullable SendRecords fail(TextField field, Message why) {
        error.set(why);
        field.requestFocus();
        field.selectAll();
        return null;
    }

    private String prompt() {
        int kept = value.keptProperty().get();
        return kept > 0
                ? texts.get("producer.value.kept", kept)
                : texts.get("producer.value.empty");
    }

    private Node labelled(Control field, String name, boolean grows) {
        var label = Nodes.label(texts.of(name), Styles.CAPTION);
        label.setLabelFor(field);
        field.getStyleClass().add(Styles.CODE);
        field.accessibleTextProperty().bind(texts.of(name));
        Nodes.tip(field, texts.of(name + ".tip"));
        error.subscribe(
                why -> field.pseudoClassStateChanged(ERROR, why != null && field.isFocused()));
        var box = new VBox(label, field);
        if (grows) {
            box.setPrefWidth(0);
            HBox.setHgrow(box, Priority.ALWAYS);
        }
        return box;
    }

    private Label errorLabel() {
        var text =
                Bindings.createStringBinding(
                        () -> {
                            Message why = error.get();
                            return why == null ? "" : texts.get(why);
                        },
                        error,
                        texts.languageProperty());
        var label = Nodes.label(text, "error-text");
        label.setId("producer-error");
        label.setWrapText(true);
        return Nodes.shownWhen(label, error.map(_ -> true).orElse(false));
    }
}
