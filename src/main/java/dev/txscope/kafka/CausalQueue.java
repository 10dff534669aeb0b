package dev.txscope.kafka;

import dev.txscope.event.Observation;
import dev.txscope.event.Source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;

/// Observations of several sources, given out in an order in which no effect precedes its cause.
///
/// The order within each source is kept. A fact whose cause does not come is given out after a
/// while all the same: its cause may never be seen. Not safe for use by several threads.
final class CausalQueue {
    /// No method of `Comparator` makes it: no start-up cache holds those, and the broker waits
    /// here.
    private static final Comparator<Observation> OLDEST =
            (one, other) -> one.elapsed().compareTo(other.elapsed());

    private final Map<Source, Queue<Observation>> waiting = new HashMap<>();
    private final Causes causes = new Causes();
    private final Duration patience;

    /// @param patience how long a fact waits for its cause at most
    CausalQueue(Duration patience) {
        this.patience = patience;
    }

    void offer(Observation seen) {
        causes.seen(seen.event());
        waiting.computeIfAbsent(seen.source(), _ -> new ArrayDeque<>()).add(seen);
    }

    /// Takes the oldest fact that may have its place now, or null if there is none.
    ///
    /// @param elapsed now, on the clock of [Observation#elapsed()]
    @Nullable Observation poll(Duration elapsed) {
        var next = oldest(o -> causes.allow(o.event()) || isOverdue(o, elapsed));
        if (next != null) {
            waiting.getOrDefault(next.source(), new ArrayDeque<>()).remove();
            causes.appended(next.event());
        }
        return next;
    }

    /// When the first of the facts that are held back is let go, or null if none is.
    @Nullable Duration nextRelease() {
        var oldest = oldest(_ -> true);
        return oldest == null ? null : oldest.elapsed().plus(patience);
    }

    private boolean isOverdue(Observation seen, Duration elapsed) {
        return elapsed.compareTo(seen.elapsed().plus(patience)) >= 0;
    }

    private @Nullable Observation oldest(Predicate<Observation> wanted) {
        Observation oldest = null;
        for (var queue : waiting.values()) {
            var head = queue.peek();
            if (head != null
                    && (oldest == null || OLDEST.compare(head, oldest) < 0)
                    && wanted.test(head)) {
                oldest = head;
            }
        }
        return oldest;
    }
}
