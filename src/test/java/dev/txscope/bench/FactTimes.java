package dev.txscope.bench;

import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;

import java.util.Arrays;
import java.util.function.BiConsumer;

/// When each fact was appended.
final class FactTimes {
    private final EventLog log;
    private final BiConsumer<Envelope, Long> onFact;
    private final long origin;
    private long[] nanos = new long[1 << 16];
    private int next;

    /// @param onFact called for each fact, on the appending thread, with the time of its append
    FactTimes(EventLog log, BiConsumer<Envelope, Long> onFact) {
        this.log = log;
        this.onFact = onFact;
        origin = System.nanoTime() - log.elapsed().toNanos();
        log.onAppend(this::appended);
    }

    private synchronized void appended() {
        long now = System.nanoTime();
        while (next < log.size()) {
            if (next == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * next);
            }
            nanos[next] = now;
            onFact.accept(log.get(next++), now);
        }
    }

    /// When the fact was appended, in `System.nanoTime()`.
    synchronized long appended(Envelope fact) {
        return nanos[(int) fact.seq()];
    }

    /// When the fact was seen by whoever reported it, in `System.nanoTime()`.
    long seen(Envelope fact) {
        return origin + fact.elapsed().toNanos();
    }
}
