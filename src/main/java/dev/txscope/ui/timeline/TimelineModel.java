package dev.txscope.ui.timeline;

import dev.txscope.playback.Frame;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What the timeline shows now.
final class TimelineModel {
    private final ObservableList<Line> lines;
    private final ReadOnlyObjectWrapper<Frame> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Frame.empty());
    private final ReadOnlyObjectWrapper<Trace> trace =
            new ReadOnlyObjectWrapper<>(this, "trace", Trace.NONE);
    private final ReadOnlyBooleanWrapper following =
            new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyIntegerWrapper newSteps = new ReadOnlyIntegerWrapper(this, "newSteps", 0);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision", 0);
    private final ObjectProperty<@Nullable Duration> remaining =
            new SimpleObjectProperty<>(this, "remaining", null);

    TimelineModel(ObservableList<Line> lines) {
        this.lines = lines;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    Frame frame() {
        return frame.get();
    }

    /// The arrows that are drawn.
    ReadOnlyObjectProperty<Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    Trace trace() {
        return trace.get();
    }

    /// Whether the newest step is kept in sight.
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    boolean isFollowing() {
        return following.get();
    }

    /// How many steps came since the person scrolled away.
    ReadOnlyIntegerProperty newStepsProperty() {
        return newSteps.getReadOnlyProperty();
    }

    /// Grows whenever anything that a line shows may have changed.
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Until the coordinator aborts the open transaction; given from outside, null where nobody
    /// counts.
    ObjectProperty<@Nullable Duration> remainingProperty() {
        return remaining;
    }

    void setFrame(Frame next) {
        frame.set(next);
    }

    void setTrace(Trace next) {
        trace.set(next);
    }

    void setFollowing(boolean next) {
        following.set(next);
    }

    void setNewSteps(int count) {
        newSteps.set(count);
    }

    void revise() {
        revision.set(revision.get() + 1);
    }
}
