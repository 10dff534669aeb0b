package dev.txscope.ui.producer;

import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.producer.ProducerModel.Look;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// The producer's card, from top to bottom: who it is, what it is doing, what can be done, what was
/// done.
final class ProducerView implements Builder<Region> {
    private final ProducerModel model;
    private final ViewContext context;
    private final Texts texts;
    private final MoveButtons buttons;
    private final ProducerForm form;
    private final String name;

    ProducerView(
            String name,
            ProducerModel model,
            ViewContext context,
            ProducerForm form,
            Consumer<Move> press) {
        this.name = name;
        this.model = model;
        this.context = context;
        this.form = form;
        texts = context.texts();
        buttons = new MoveButtons(model, texts, press);
    }

    @Override
    public Region build() {
        var card =
                new VBox(
                        header(),
                        transactionalId(),
                        Nodes.shownWhen(
                                Nodes.label(model.identityProperty(), Styles.CAPTION, "wrapped"),
                                context.detailsProperty()),
                        status(),
                        buttons.build(),
                        form.build(),
                        lastClick());
        card.setId("producer");
        return Styles.styled(card, Styles.CARD, "producer");
    }

    private Node header() {
        var title = Nodes.label(texts.of("producer.title", name), Styles.TITLE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return Styles.styled(new HBox(title, space, freeMode()), "header");
    }

    private Node transactionalId() {
        var word = Nodes.label(texts.of("producer.id"), Styles.CAPTION);
        var id = Nodes.label(model.transactionalIdProperty(), Styles.CAPTION, Styles.CODE);
        Nodes.tip(id, texts.of("producer.id.tip"));
        return Styles.styled(new HBox(word, id), "identity");
    }

    private Node status() {
        var label = Nodes.label(text(model.statusProperty()), "status");
        label.setId("producer-status");
        label.setMaxWidth(Double.MAX_VALUE);
        model.lookProperty().subscribe(look -> show(label, look));
        return label;
    }

    private Node freeMode() {
        var box = new CheckBox();
        box.setId("producer-free");
        box.textProperty().bind(texts.of("producer.free"));
        box.selectedProperty().bindBidirectional(model.freeProperty());
        box.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.tip(box, texts.of("producer.free.tip"));
        return box;
    }

    private Node lastClick() {
        var title = Nodes.label(texts.of("producer.last"), Styles.CAPTION, "strong");
        var none = Nodes.label(texts.of("producer.last.none"), Styles.CAPTION, "wrapped");
        var statement = Nodes.label(model.statementProperty(), Styles.CODE, "statement");
        statement.setId("producer-statement");
        Nodes.tip(statement, model.statementProperty());
        var line = model.statementProperty().map(s -> s.replaceAll("\\s*\n\\s*", ""));
        var inOneLine = Nodes.label(line, Styles.CODE, "statement-line");
        Nodes.tip(inOneLine, model.statementProperty());
        var result = Nodes.label(text(model.resultProperty()), "result", "wrapped");
        result.setId("producer-result");
        Nodes.tip(result, result.textProperty());
        model.resultLookProperty().subscribe(look -> show(result, look));
        ObservableValue<Boolean> ran = model.resultProperty().map(_ -> true).orElse(false);
        ObservableValue<Boolean> nothing = ran.map(any -> !any);
        return Styles.styled(
                new VBox(
                        title,
                        Nodes.shownWhen(none, nothing),
                        statement,
                        inOneLine,
                        Nodes.shownWhen(result, ran)),
                "last-click");
    }

    private ObservableValue<String> text(ObservableValue<? extends @Nullable Message> message) {
        return Bindings.createStringBinding(
                () -> {
                    Message now = message.getValue();
                    return now == null ? "" : texts.get(now);
                },
                message,
                texts.languageProperty());
    }

    private static void show(Label label, Look look) {
        label.pseudoClassStateChanged(Styles.OPEN, look == Look.OPEN);
        label.pseudoClassStateChanged(Styles.COMMITTED, look == Look.COMMITTED);
        label.pseudoClassStateChanged(Styles.ABORTED, look == Look.ABORTED);
        label.pseudoClassStateChanged(Styles.FAILED, look == Look.FAILED);
    }
}
