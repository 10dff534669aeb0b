package dev.txscope.ui.timeline;

import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Lane;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Map;

/// The names of the lanes. It stays while the rows scroll, and measures the text's size for all of
/// them.
final class HeaderView extends Region {
    private final Timeline timeline;
    private final Label timeName = Styles.styled(new Label(), "lane-name");
    private final VBox time = new VBox(timeName);
    private final Map<Lane, VBox> lanes = new EnumMap<>(Lane.class);

    HeaderView(Timeline timeline) {
        this.timeline = timeline;
        getStyleClass().add("lanes");
        Texts texts = timeline.context().texts();
        timeName.textProperty().bind(texts.of("timeline.lane.time"));
        timeName.setGraphic(Icons.down());
        timeName.setContentDisplay(ContentDisplay.RIGHT);
        time.getStyleClass().add("lane");
        time.getChildren().add(caption("timeline.under.time", Styles.CAPTION));
        lane(
                Lane.PRODUCER,
                "timeline.lane.producer",
                caption("timeline.under.producer", Styles.CAPTION));
        lane(
                Lane.COORDINATOR,
                "timeline.lane.coordinator",
                caption("timeline.under.coordinator", Styles.CAPTION));
        lane(Lane.LOG, "timeline.lane.log", partition(texts));
        lane(Lane.READ_UNCOMMITTED, "timeline.lane.uncommitted", isolation("read_uncommitted"));
        lane(Lane.READ_COMMITTED, "timeline.lane.committed", isolation("read_committed"));
        getChildren().add(time);
        getChildren().addAll(lanes.values());
        timeline.geometryProperty().subscribe(this::requestLayout);
    }

    /// The size of the window's text in pixels.
    double em() {
        return timeName.getFont().getSize();
    }

    void onTextSize(Runnable changed) {
        timeName.fontProperty().subscribe(changed);
    }

    private void lane(Lane lane, String nameKey, Label under) {
        var name = Styles.styled(new Label(), "lane-name");
        name.textProperty().bind(timeline.context().texts().of(nameKey));
        lanes.put(lane, Styles.styled(new VBox(name, under), "lane"));
    }

    private Label caption(String key, String style) {
        var label = Styles.styled(new Label(), style);
        label.textProperty().bind(timeline.context().texts().of(key));
        return label;
    }

    private static Label isolation(String level) {
        return Styles.styled(new Label(level), Styles.CODE, "isolation");
    }

    private Label partition(Texts texts) {
        var label = Styles.styled(new Label(), Styles.CAPTION);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> partitionName(texts),
                                timeline.model().frameProperty(),
                                texts.languageProperty()));
        return label;
    }

    private String partitionName(Texts texts) {
        TopicPartition partition = timeline.model().frame().world().broker().partition();
        return partition == null
                ? texts.get("timeline.under.nolog")
                : texts.get("timeline.under.log", partition.toString());
    }

    @Override
    protected void layoutChildren() {
        LaneGeometry g = timeline.geometry();
        time.resizeRelocate(0, 0, g.left(Lane.PRODUCER), getHeight());
        lanes.forEach(
                (lane, box) -> box.resizeRelocate(g.left(lane), 0, g.width(lane), getHeight()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return lanes.values().stream().mapToDouble(box -> box.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
