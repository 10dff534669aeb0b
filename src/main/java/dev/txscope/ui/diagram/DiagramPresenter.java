package dev.txscope.ui.diagram;

import dev.txscope.playback.Frame;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Shows every visit in order and long enough to be seen, without lying about how long it lasted.
///
/// Visits that come faster than they can be seen wait in a queue; when it is full the oldest are
/// skipped and counted. A frame that is older than the one before is a seek: it is shown at once.
final class DiagramPresenter {
    /// A visit is shown at least so long.
    static final Duration SEEN = Duration.ofMillis(650);

    /// So many visits can wait: three transactions' worth, a few seconds.
    static final int WAITING = 8;

    private final DiagramModel model;
    private final String producer;
    private final Beat beat;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private Reading reading = new Reading(Frame.empty(), List.of(), false);
    private int known;
    private int skipped;
    private boolean showing;
    private int round;

    DiagramPresenter(DiagramModel model, String producer, Beat beat) {
        this.model = model;
        this.producer = producer;
        this.beat = beat;
    }

    /// That frame; older than the one before means a seek.
    void show(Frame frame) {
        boolean seek = frame.size() < reading.frame().size();
        reading = Reading.of(frame, producer);
        boolean history = known == 0 && reading.visits().size() > WAITING;
        if (seek || history || model.reducedMotionProperty().get()) {
            jump();
        } else {
            follow();
        }
    }

    /// That frame at once, without showing what lies between.
    void jumpTo(Frame frame) {
        reading = Reading.of(frame, producer);
        jump();
    }

    private void jump() {
        waiting.clear();
        round++;
        showing = false;
        skipped = 0;
        known = reading.visits().size();
        model.setShown(reading.latest());
    }

    private void follow() {
        for (int next = known; next < reading.visits().size(); next++) {
            waiting.add(next);
        }
        known = reading.visits().size();
        while (waiting.size() > WAITING) {
            waiting.remove();
            skipped++;
        }
        if (!showing) {
            next();
        }
    }

    /// Shows the next visit, or after the last one what the client knows beyond it.
    private void next() {
        Integer visit = waiting.poll();
        if (visit == null) {
            showing = false;
            model.setShown(reading.latest().withSkipped(skipped));
            return;
        }
        showing = true;
        model.setShown(reading.at(visit).withSkipped(skipped));
        skipped = waiting.isEmpty() ? 0 : skipped;
        int mine = round;
        beat.after(
                SEEN,
                () -> {
                    if (mine == round) {
                        next();
                    }
                });
    }
}
