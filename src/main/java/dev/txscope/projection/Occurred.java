package dev.txscope.projection;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.LogEvent.MarkerWritten;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// When a fact happened, on the log's own clock: the one source of every duration on screen.
///
/// The coordinator's entries and markers carry the broker's timestamp, a few milliseconds before a
/// probe saw them. That is used where it can be right: not after it was seen, and not more than a
/// second before. A data batch carries the time of `send` instead, so it counts from when it was
/// seen.
final class Occurred {
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private Occurred() {}

    static Duration of(Envelope e) {
        Instant stamp = stamp(e);
        if (stamp == null) {
            return e.elapsed();
        }
        Duration late = Duration.between(stamp, e.at());
        boolean credible = !late.isNegative() && late.compareTo(TRUSTED) < 0;
        Duration then = credible ? e.elapsed().minus(late) : e.elapsed();
        return then.isNegative() ? Duration.ZERO : then;
    }

    private static @Nullable Instant stamp(Envelope e) {
        if (e.event() instanceof TransactionStateChanged entry) {
            return entry.writtenAt();
        }
        return e.event() instanceof MarkerWritten marker ? marker.writtenAt() : null;
    }
}
