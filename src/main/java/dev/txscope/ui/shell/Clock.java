package dev.txscope.ui.shell;

import dev.txscope.playback.Frame;
import dev.txscope.projection.Row;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.Transaction.Counting;
import dev.txscope.projection.World;

import java.time.Duration;
import java.util.function.Supplier;

/// The one source of every count-down on screen.
///
/// @param elapsed the log's own clock, which never goes back
record Clock(Supplier<Duration> elapsed) {

    /// The time at which that frame is looked at: now, or in the past its newest step's.
    Duration at(Frame frame, boolean live) {
        Row last = frame.timeline().last();
        return live || last == null ? elapsed.get() : last.occurred();
    }

    /// How long the window's own transaction may still be open, in whole seconds begun; zero where
    /// nothing counts.
    Duration remaining(Frame frame, boolean live) {
        World world = frame.world();
        Transaction newest = world.newestOf(Slices.PRODUCER);
        if (newest == null || newest.settled()) {
            return Duration.ZERO;
        }
        Counting counting = newest.counting();
        if (counting == null) {
            return Duration.ZERO;
        }
        Duration left = counting.deadline().minus(at(frame, live));
        return left.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(left.plusMillis(999).toSeconds());
    }

    /// Whether something on screen changes by time alone.
    boolean runs(Frame frame) {
        return switch (frame.world().broker().phase()) {
            case NOT_STARTED, STARTING -> true;
            case FAILED, DIED -> false;
            case READY -> !remaining(frame, true).isZero();
        };
    }
}
