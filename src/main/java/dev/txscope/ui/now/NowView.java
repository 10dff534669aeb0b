package dev.txscope.ui.now;

import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.ReaderState;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;

import org.jspecify.annotations.Nullable;

/// What is in the log, and under it what each consumer's application was given: the same record in
/// the same column. A hole opposite its twin is the lesson.
final class NowView implements Builder<Region> {
    private final NowModel model;
    private final ViewContext context;
    private final GridStrip strip;

    NowView(NowModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        strip = new GridStrip(model, context);
    }

    @Override
    public Region build() {
        var rows = new HBox(headings(), strip);
        HBox.setHgrow(strip, Priority.ALWAYS);
        var card =
                Styles.styled(
                        new VBox(title(), Styles.styled(rows, "now-rows")), Styles.CARD, "now");
        context.detailsProperty().subscribe(on -> card.pseudoClassStateChanged(Details.ON, on));
        context.briefProperty().subscribe(on -> card.pseudoClassStateChanged(Details.BRIEF, on));
        return card;
    }

    private Node title() {
        var title = Styles.styled(said("now.title"), Styles.TITLE);
        var caption = Styles.styled(said("now.caption"), Styles.CAPTION);
        caption.setMinWidth(0);
        HBox.setHgrow(caption, Priority.ALWAYS);
        caption.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var line = Styles.styled(new HBox(title, caption, newest()), "now-title");
        strip.followingProperty()
                .subscribe(on -> line.pseudoClassStateChanged(Details.SCROLLED, !on));
        return line;
    }

    /// Only there when the person has scrolled away from the newest column.
    private Node newest() {
        var button = new Button();
        button.textProperty().bind(context.texts().of("now.newest"));
        Nodes.tip(button, context.texts().of("now.newest.tip"));
        button.setOnAction(_ -> strip.follow());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty().bind(strip.followingProperty().not());
        return Styles.styled(button, "now-newest");
    }

    private Node headings() {
        var log = heading(said("now.log"), Styles.styled(bound(logCaption()), Styles.CAPTION));
        log.getStyleClass().add("now-log-row");
        var headings =
                new VBox(
                        log,
                        heading(said("now.everything"), reader(Isolation.READ_UNCOMMITTED)),
                        heading(said("now.committed"), reader(Isolation.READ_COMMITTED)));
        headings.setMinWidth(Region.USE_PREF_SIZE);
        return Styles.styled(headings, "now-headings");
    }

    private static VBox heading(Label name, Label caption) {
        name.getStyleClass().add("now-heading");
        return Styles.styled(new VBox(name, caption), "now-row", "now-head");
    }

    private Label reader(Isolation isolation) {
        return Styles.styled(bound(readerCaption(isolation)), Styles.CODE, "now-reader");
    }

    private StringBinding logCaption() {
        return Bindings.createStringBinding(
                () -> {
                    Grid grid = model.grid();
                    TopicPartition topic = grid.topic();
                    if (topic == null) {
                        return "";
                    }
                    String partition = Integer.toString(topic.partition());
                    return context.detailsProperty().get()
                            ? context.texts()
                                    .get(
                                            "now.partition.details",
                                            topic.topic(),
                                            partition,
                                            Long.toString(grid.highWatermark()),
                                            Long.toString(grid.lastStableOffset()))
                            : context.texts().get("now.partition", topic.topic(), partition);
                },
                model.gridProperty(),
                context.detailsProperty(),
                context.texts().languageProperty());
    }

    private StringBinding readerCaption(Isolation isolation) {
        return Bindings.createStringBinding(
                () -> {
                    Grid grid = model.grid();
                    ReaderState reader =
                            isolation == Isolation.READ_COMMITTED
                                    ? grid.committed()
                                    : grid.everything();
                    return readerText(isolation, reader);
                },
                model.gridProperty(),
                context.detailsProperty(),
                context.texts().languageProperty());
    }

    private String readerText(Isolation isolation, @Nullable ReaderState reader) {
        String name = isolation.kafkaName();
        if (reader != null && reader.failure() != null) {
            return context.texts().get("now.reader.failed", name, reader.failure().type());
        }
        return reader != null && context.detailsProperty().get()
                ? context.texts().get("now.reader.details", name, Long.toString(reader.position()))
                : name;
    }

    private Label said(String key) {
        return bound(context.texts().of(key));
    }

    private static Label bound(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        return label;
    }
}
