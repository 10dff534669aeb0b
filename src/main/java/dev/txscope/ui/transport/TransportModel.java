package dev.txscope.ui.transport;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;

/// What the transport bar shows now.
final class TransportModel {
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step", 0);
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(this, "steps", 0);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);
    private final ReadOnlyObjectWrapper<List<Segment>> segments =
            new ReadOnlyObjectWrapper<>(this, "segments", List.of());

    /// The step that is shown, counted from 1; 0 before the first.
    ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// How many steps there are.
    ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// Whether the newest fact is followed.
    ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Segment>> segmentsProperty() {
        return segments.getReadOnlyProperty();
    }

    void set(int nextStep, int nextSteps) {
        step.set(nextStep);
        steps.set(nextSteps);
    }

    void setLive(boolean next) {
        live.set(next);
    }

    void setSegments(List<Segment> next) {
        segments.set(next);
    }
}
