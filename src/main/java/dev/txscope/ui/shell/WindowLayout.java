package dev.txscope.ui.shell;

import dev.txscope.ui.fx.Styles;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// Where each slice is: the sentence on top, what can be done on the left, what is and how it came
/// about on the right.
final class WindowLayout {
    private final Slices slices;
    private final Legend legend;
    private final LogOverlay log;

    WindowLayout(Slices slices, Legend legend, LogOverlay log) {
        this.slices = slices;
        this.legend = legend;
        this.log = log;
    }

    Parent build(TopBar topBar) {
        var body = Styles.styled(new VBox(slices.sentence().view(), columns()), "body");
        VBox.setVgrow(body.getChildren().getLast(), Priority.ALWAYS);
        // The order in which a pane gets its parts is the order in which Tab walks through them.
        var window = Styles.styled(new BorderPane(), "window");
        window.setTop(
                topBar.build(
                        slices.broker().view(),
                        slices.services().button(),
                        slices.about().button()));
        window.setCenter(body);
        window.setBottom(legend.build());
        var settings = slices.settings();
        var services = slices.services();
        var about = slices.about();
        window.disableProperty()
                .bind(
                        log.openProperty()
                                .or(settings.openProperty())
                                .or(services.openProperty())
                                .or(about.openProperty()));
        var root =
                new StackPane(window, log.view(), settings.view(), services.view(), about.view());
        root.setAlignment(Pos.TOP_LEFT);
        return root;
    }

    /// What a very low window has no room for ends at the column's edge.
    private static void clip(Region region) {
        var edge = new Rectangle();
        edge.widthProperty().bind(region.widthProperty());
        edge.heightProperty().bind(region.heightProperty());
        region.setClip(edge);
    }

    private Region columns() {
        var left = new VBox(slices.producer().view(), slices.diagram().view());
        slices.producer().view().setMinHeight(Region.USE_PREF_SIZE);
        left.setMinHeight(0);
        slices.diagram().view().setMinHeight(0);
        clip(left);
        VBox.setVgrow(slices.diagram().view(), Priority.ALWAYS);
        var timeline = slices.timeline().view();
        VBox.setVgrow(timeline, Priority.ALWAYS);
        var how =
                Styles.styled(
                        new VBox(timeline, slices.transport().view()),
                        Styles.CARD,
                        "timeline-card");
        slices.now().view().setMinHeight(Region.USE_PREF_SIZE);
        var right = new VBox(slices.now().view(), how);
        VBox.setVgrow(how, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return Styles.styled(
                new HBox(Styles.styled(left, "left"), Styles.styled(right, "right")), "columns");
    }
}
