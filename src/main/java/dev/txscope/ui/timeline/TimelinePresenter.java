package dev.txscope.ui.timeline;

import dev.txscope.playback.Frame;
import dev.txscope.projection.Row;
import dev.txscope.projection.TimelineState;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Turns frames and what the person does into what the timeline shows. Knows no node.
final class TimelinePresenter {
    private final Lines lines = new Lines();
    private final TimelineModel model = new TimelineModel(lines.list());
    private @Nullable Row pointedAt;
    private int stepsWhenLeft;

    TimelineModel model() {
        return model;
    }

    /// Shows that frame: a later one, or an earlier one when somebody looks back.
    void show(Frame frame) {
        model.setFrame(frame);
        lines.show(frame, model.isFollowing());
        int steps = frame.timeline().steps().size();
        stepsWhenLeft = Math.min(stepsWhenLeft, steps);
        model.setNewSteps(model.isFollowing() ? 0 : steps - stepsWhenLeft);
        retrace();
        model.revise();
    }

    void showDetails(boolean wanted) {
        lines.showDetails(wanted);
        model.revise();
    }

    boolean isFolded(int transaction) {
        return lines.isFolded(transaction);
    }

    void toggle(int transaction) {
        lines.toggle(transaction);
        model.revise();
    }

    /// The person reads older steps: from now on nothing moves under their eyes.
    void stay() {
        if (model.isFollowing()) {
            stepsWhenLeft = model.frame().timeline().steps().size();
            model.setFollowing(false);
        }
    }

    /// The person goes on towards newer steps: all of them can be reached.
    void readOn() {
        lines.catchUp();
    }

    /// Goes to the newest step, and on with it.
    void follow() {
        model.setFollowing(true);
        model.setNewSteps(0);
        lines.show(model.frame(), true);
        model.revise();
    }

    /// The person points at that row; null for none: then the newest click is shown with what came
    /// of it.
    void pointAt(@Nullable Row row) {
        pointedAt = row;
        retrace();
    }

    /// The line of that row, or the one that stands for it; -1 if there is none.
    int indexOfRow(int row) {
        int index = lines.list().indexOfRow(row);
        return index < lines.list().size() ? index : -1;
    }

    private void retrace() {
        TimelineState timeline = model.frame().timeline();
        Row row = pointedAt;
        List<Row> group = row == null ? List.of() : Causes.of(timeline, row);
        model.setTrace(Trace.of(group.isEmpty() ? Causes.newest(timeline) : group));
    }
}
