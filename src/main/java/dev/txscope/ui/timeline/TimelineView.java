package dev.txscope.ui.timeline;

import dev.txscope.projection.Lane;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Builder;

/// Every step of the run, lane by lane, from top to bottom as time runs.
final class TimelineView implements Builder<Region> {
    /// Room for the scroll bar, in em.
    private static final double BAR = 1.1;

    private final Timeline timeline;
    private final HeaderView header;
    private final StepList list;

    TimelineView(Timeline timeline) {
        this.timeline = timeline;
        header = new HeaderView(timeline);
        list = new StepList(timeline);
    }

    @Override
    public Region build() {
        var root = new BorderPane();
        root.getStyleClass().add("timeline");
        root.setTop(header);
        root.setCenter(rows());
        root.setBottom(new FollowBar(timeline, list).build());
        list.node().widthProperty().subscribe(this::measure);
        header.onTextSize(this::measure);
        timeline.context().detailsProperty().subscribe(this::measure);
        return root;
    }

    private Region rows() {
        return new StackPane(separators(), list.node(), empty());
    }

    private void measure() {
        double em = header.em();
        double width = Math.max(0, list.node().getWidth() - BAR * em);
        boolean details = timeline.context().detailsProperty().get();
        timeline.geometryProperty().set(LaneGeometry.of(width, em, details));
    }

    /// Thin lines between the lanes, under all rows.
    private Region separators() {
        var pane = new Pane();
        for (Lane lane : Lane.values()) {
            if (lane != Lane.SESSION && lane != Lane.PRODUCER) {
                var line = Styles.styled(new Region(), "separator");
                line.layoutXProperty().bind(timeline.geometryProperty().map(g -> g.left(lane)));
                line.prefHeightProperty().bind(pane.heightProperty());
                pane.getChildren().add(line);
            }
        }
        pane.setMouseTransparent(true);
        pane.visibleProperty().bind(Bindings.isNotEmpty(timeline.model().lines()));
        return pane;
    }

    private Region empty() {
        Texts texts = timeline.context().texts();
        var first = Styles.styled(new Label(), "empty-title");
        first.textProperty().bind(texts.of("timeline.empty"));
        var second = Styles.styled(new Label(), Styles.CAPTION);
        second.textProperty().bind(texts.of("timeline.empty.more"));
        second.setWrapText(true);
        var box = Styles.styled(new VBox(first, second), "empty");
        box.setMouseTransparent(true);
        box.visibleProperty().bind(Bindings.isEmpty(timeline.model().lines()));
        return box;
    }
}
