package dev.txscope.ui.timeline;

import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

/// The virtualised rows: keys, focus, and whether the newest is followed.
final class StepList {
    private static final double END = 0.9999;

    private final Timeline timeline;
    private final ListView<Line> list;
    private @Nullable ScrollBar bar;
    private boolean settling;

    StepList(Timeline timeline) {
        this.timeline = timeline;
        list = new ListView<>(timeline.model().lines());
        list.getStyleClass().add("steps");
        list.setCellFactory(_ -> new LineCell(timeline));
        list.accessibleTextProperty().bind(timeline.context().texts().of("timeline.name"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.addEventFilter(ScrollEvent.SCROLL, event -> scrolled(event.getDeltaY()));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> scrolled(0));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> scrolled(0));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.focusedProperty()
                .subscribe(() -> selected(list.getSelectionModel().getSelectedItem()));
        timeline.model().revisionProperty().subscribe(this::keepUp);
        list.heightProperty().subscribe(this::resized);
        list.fixedCellSizeProperty().subscribe(this::resized);
    }

    ListView<Line> node() {
        return list;
    }

    /// Goes to the newest step and stays with it.
    void follow() {
        timeline.presenter().follow();
        keepUp();
    }

    /// The skin measures what is seen when it lays out: before that it scrolls by its old size. A
    /// new size of text comes in several passes, the last of them after this; so once more when the
    /// pulse has laid out all.
    private void resized() {
        if (timeline.model().isFollowing()) {
            list.layout();
            toEnd();
            settle();
        }
    }

    private void settle() {
        var scene = list.getScene();
        if (scene != null && !settling) {
            settling = true;
            scene.addPostLayoutPulseListener(
                    new Runnable() {
                        @Override
                        public void run() {
                            scene.removePostLayoutPulseListener(this);
                            settling = false;
                            toEnd();
                        }
                    });
        }
    }

    /// After the list became a little lower, `scrollTo` leaves the last row where it is, unseen
    /// (JavaFX 26); the end as a position is always found.
    private void toEnd() {
        if (canScroll() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setPosition(1);
        } else {
            keepUp();
        }
    }

    private void keepUp() {
        int size = timeline.model().lines().size();
        if (timeline.model().isFollowing() && size > 0) {
            list.scrollTo(size - 1);
        }
    }

    /// @param delta positive when the person turns the wheel towards older steps
    private void scrolled(double delta) {
        if (delta > 0 && canScroll()) {
            timeline.presenter().stay();
        } else if (atEnd()) {
            if (!timeline.model().isFollowing()) {
                timeline.presenter().follow();
            }
        } else if (canScroll()) {
            timeline.presenter().stay();
        }
    }

    private boolean canScroll() {
        ScrollBar vertical = bar();
        return vertical != null && vertical.isVisible();
    }

    private boolean atEnd() {
        ScrollBar vertical = bar();
        return vertical == null || !vertical.isVisible() || vertical.getValue() >= END;
    }

    private @Nullable ScrollBar bar() {
        if (bar == null) {
            bar =
                    list.lookupAll(".scroll-bar").stream()
                            .filter(ScrollBar.class::isInstance)
                            .map(ScrollBar.class::cast)
                            .filter(b -> b.getOrientation() == Orientation.VERTICAL)
                            .findFirst()
                            .orElse(null);
        }
        return bar;
    }

    private void selected(@Nullable Line line) {
        if (list.isFocused() && line instanceof Line.Step step) {
            timeline.presenter().pointAt(step.row());
            timeline.highlight().subjectProperty().set(subjectOf(step));
        } else {
            timeline.presenter().pointAt(null);
        }
    }

    /// What a row is about: its first record, else the state that the coordinator said.
    private static @Nullable Object subjectOf(Line.Step step) {
        Object subject = null;
        for (var cell : step.row().cells().values()) {
            Object own = CardView.subjectOf(cell);
            subject = own instanceof Long || subject == null ? own : subject;
        }
        return subject;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE, ENTER -> {
                fold();
                event.consume();
            }
            case END -> follow();
            case UP, PAGE_UP, HOME -> timeline.presenter().stay();
            case DOWN, PAGE_DOWN -> timeline.presenter().readOn();
            default -> {}
        }
    }

    private void fold() {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line == null || line.band() == 0) {
            return;
        }
        int band = line.band();
        timeline.presenter().toggle(band);
        var timelineBand = timeline.model().frame().timeline().bands().get(band);
        if (timelineBand != null) {
            int title = timeline.presenter().indexOfRow(timelineBand.firstRow());
            list.getSelectionModel().clearAndSelect(title);
            list.getFocusModel().focus(title);
        }
    }
}
