package dev.txscope.ui.timeline;

import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Builder;

/// Says in words whether the newest step is followed, and goes back to it.
final class FollowBar implements Builder<Region> {
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");

    private final Timeline timeline;
    private final StepList list;
    private final Texts texts;

    FollowBar(Timeline timeline, StepList list) {
        this.timeline = timeline;
        this.list = list;
        texts = timeline.context().texts();
    }

    @Override
    public Region build() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = Styles.styled(new HBox(state(), space, newest()), "follow-bar");
        bar.visibleProperty().bind(Bindings.isNotEmpty(timeline.model().lines()));
        timeline.model()
                .followingProperty()
                .subscribe(on -> bar.pseudoClassStateChanged(FOLLOWING, on));
        return bar;
    }

    private Label state() {
        var label = Styles.styled(new Label(), Styles.CAPTION);
        var following = timeline.model().followingProperty();
        var live = timeline.context().liveProperty();
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.get(state(live.get(), following.get())),
                                live,
                                following,
                                texts.languageProperty()));
        return label;
    }

    private static String state(boolean live, boolean following) {
        if (!live) {
            return "timeline.past";
        }
        return following ? "timeline.following" : "timeline.reading";
    }

    private Button newest() {
        var button = Styles.styled(new Button(), "newest");
        button.setId("timeline-newest");
        button.setGraphic(Icons.down());
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::newestText,
                                timeline.model().newStepsProperty(),
                                texts.languageProperty()));
        Nodes.tip(button, texts.of("timeline.newest.tip"));
        button.visibleProperty().bind(timeline.model().followingProperty().not());
        button.setOnAction(_ -> list.follow());
        return button;
    }

    private String newestText() {
        int steps = timeline.model().newStepsProperty().get();
        return steps == 0 ? texts.get("timeline.newest") : texts.get("timeline.newest.more", steps);
    }
}
