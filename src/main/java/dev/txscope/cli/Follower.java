package dev.txscope.cli;

import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.playback.Frame;
import dev.txscope.projection.World;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Follows the facts of one run as they come, on its caller's thread, which is the only one that
/// may use it.
final class Follower {
    private final EventLog log;
    private final Consumer<Frame> onFact;
    private Frame frame = Frame.empty();
    private Collector step = new Collector();

    /// @param onFact is told of each new frame
    Follower(EventLog log, Consumer<Frame> onFact) {
        this.log = log;
        this.onFact = onFact;
    }

    Frame frame() {
        return frame;
    }

    World world() {
        return frame.world();
    }

    /// What came since the step began.
    Collector step() {
        return step;
    }

    /// What comes from now on belongs to a new step.
    void beginStep() {
        step = new Collector();
    }

    /// Follows until it is so, or nobody need wait any longer.
    ///
    /// @return false if it was not so within the limit
    boolean until(BooleanSupplier so, Duration limit) throws InterruptedException {
        Duration deadline = log.elapsed().plus(limit);
        do {
            takeAll();
            if (so.getAsBoolean() || step.failed()) {
                return true;
            }
        } while (log.awaitMoreThan(frame.size(), deadline.minus(log.elapsed())));
        return false;
    }

    private void takeAll() {
        while (frame.size() < log.size()) {
            Envelope e = log.get(frame.size());
            frame = frame.plus(e);
            step.add(e.event(), frame.world());
            onFact.accept(frame);
        }
    }
}
