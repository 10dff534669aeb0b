package dev.txscope.ui.transport;

import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;

import javafx.beans.property.ObjectProperty;

/// Moves the cursor, and shows where it is. Knows no node.
final class TransportPresenter {
    private final TransportModel model = new TransportModel();
    private final ObjectProperty<Cursor> cursor;
    private Frame latest = Frame.empty();
    private Frame shown = Frame.empty();

    TransportPresenter(ObjectProperty<Cursor> cursor) {
        this.cursor = cursor;
        cursor.subscribe(now -> model.setLive(now.isLive()));
    }

    TransportModel model() {
        return model;
    }

    void show(Frame everything, Frame seen) {
        boolean grown = everything.size() != latest.size();
        latest = everything;
        shown = seen;
        model.set(seen.timeline().steps().size(), everything.timeline().steps().size());
        if (grown) {
            model.setSegments(Segment.of(everything.timeline(), everything.world().transactions()));
        }
    }

    void toStart() {
        toStep(1);
    }

    void back() {
        toStep(model.stepProperty().get() - 1);
    }

    void forward() {
        toStep(model.stepProperty().get() + 1);
    }

    void toStep(int step) {
        cursor.set(Cursor.atStep(step, latest.timeline()));
    }

    /// Stays at what is shown, or goes on following.
    void toggle() {
        cursor.set(cursor.get().isLive() ? Cursor.pausedAt(shown) : Cursor.live());
    }

    void live() {
        cursor.set(Cursor.live());
    }
}
