package dev.txscope.text;

import dev.txscope.projection.Transaction;
import dev.txscope.projection.Transaction.Status;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// The title line of a transaction's band.
public final class BandText {
    private static final int VALUE = 24;

    private final Messages messages;

    public BandText(Messages messages) {
        this.messages = messages;
    }

    /// `Transaction 2`, and whose it is where somebody outside asked for it: `Transaction 2 ·
    /// HTTP`.
    public String name(Transaction t) {
        return t.requested()
                ? messages.get("timeline.band.name.requested", t.number(), t.producer())
                : messages.get("timeline.band.name", t.number());
    }

    /// `aborted`, and what ended it where that was no call: `aborted by the coordinator: time ran
    /// out`.
    public String outcome(Transaction t) {
        String key = "timeline.band." + t.status().name().toLowerCase(Locale.ROOT);
        boolean byTimeout = t.cause() == Transaction.Cause.TIMEOUT;
        boolean byOther = t.cause() == Transaction.Cause.NEW_PRODUCER;
        if (t.status() == Status.ABORTED && (byTimeout || byOther)) {
            return messages.get(key + (byTimeout ? ".timeout" : ".newproducer"));
        }
        return messages.get(key);
    }

    /// Its first records, by key where somebody outside asked for it; empty before the first.
    public String records(Transaction t) {
        String shown =
                t.preview().stream()
                        .map(c -> Visible.of(t.requested() ? c.key() : c.value(), VALUE))
                        .collect(Collectors.joining(", "));
        int more = t.records() - t.preview().size();
        return more > 0 ? messages.get("timeline.band.more", shown, more) : shown;
    }

    /// What is said at the end of the line: how long it took, or what it waits for.
    ///
    /// @param steps the steps it has taken
    /// @param remaining until the coordinator aborts it; null where nobody counts
    public String state(Transaction t, int steps, @Nullable Duration remaining) {
        if (t.unmarked()) {
            return messages.get("timeline.band.unmarked.state");
        }
        return switch (t.status()) {
            case COMMITTED, ABORTED, EMPTY -> messages.get("timeline.band.took", steps, t.lasted());
            case LOCAL -> messages.get("timeline.band.local.state");
            case COMMITTING, ABORTING -> messages.get("timeline.band.deciding.state");
            case OPEN -> open(steps, remaining);
        };
    }

    /// Whether `commitTransaction()` had returned before the records could be read; empty where
    /// that is not known or was never asked.
    ///
    /// @param readAfterReturn from its return to their delivery, negative when they came before
    public String readable(Transaction t, @Nullable Duration readAfterReturn) {
        return readable(t, readAfterReturn, "");
    }

    /// The same in fewer words, without whose delivery it is.
    public String readableBriefly(Transaction t, @Nullable Duration readAfterReturn) {
        return readable(t, readAfterReturn, ".brief");
    }

    private String readable(Transaction t, @Nullable Duration readAfterReturn, String length) {
        if (t.status() != Status.COMMITTED || readAfterReturn == null) {
            return "";
        }
        String order = readAfterReturn.isNegative() ? "before" : "after";
        return messages.get("timeline.band.read." + order + length, readAfterReturn.abs());
    }

    /// Which open transaction holds a committed one back; empty where none does.
    ///
    /// @param holder the oldest open transaction where `read_committed` was not given all of it
    public String held(Transaction t, @Nullable Transaction holder) {
        return holder == null || t.status() != Status.COMMITTED
                ? ""
                : messages.get("timeline.band.held", holder.number(), holder.producer());
    }

    private String open(int steps, @Nullable Duration remaining) {
        if (remaining == null) {
            return messages.get("timeline.band.steps", steps);
        }
        boolean due = remaining.isNegative() || remaining.isZero();
        return due
                ? messages.get("timeline.band.due")
                : messages.get("timeline.band.remaining", wholeSeconds(remaining));
    }

    /// A count-down shows whole seconds.
    private static Duration wholeSeconds(Duration remaining) {
        return Duration.ofSeconds((remaining.toMillis() + 999) / 1000);
    }
}
