package dev.txscope.kafka;

import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Observation;
import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.event.Source;
import dev.txscope.event.TxEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// Where actors and probes report what they see: stamped at once, appended to the log in causal
/// order.
///
/// Any thread may report. Most facts are appended by the thread that saw them; one whose cause was
/// not seen yet is appended by the thread that brings the cause, or by the stream's own when it
/// never comes.
final class FactStream implements AutoCloseable {
    private static final Source CLOCK = new Source(Source.Kind.SESSION, "clock");

    /// How long a fact is held back at most. Causes are seen within a few milliseconds.
    static final Duration PATIENCE = Duration.ofMillis(100);

    private static final Duration STEP = Duration.ofSeconds(1);

    private final EventLog log;
    private final CausalQueue queue;
    private final Duration patience;
    private @Nullable Instant origin;
    private boolean closed;

    /// Whether the stream's thread waits without a limit.
    private boolean idle;

    FactStream(EventLog log, Actors actors, Duration patience) {
        this.log = log;
        this.patience = patience;
        queue = new CausalQueue(patience);
        actors.start("fact-stream", this::releaseOverdue);
    }

    /// Reports a fact that was seen itself, now: stamped before it waits for other threads.
    void saw(Source source, TxEvent event) {
        take(log.observe(source, Evidence.OBSERVED, event));
    }

    private synchronized void take(Observation seen) {
        watchClock(seen.at().minus(seen.elapsed()));
        queue.offer(seen);
        append();
        if (idle && queue.nextRelease() != null) {
            notifyAll();
        }
    }

    /// The wall clock's reading when the log began never changes, unless somebody sets the clock.
    private void watchClock(Instant newOrigin) {
        var by = origin == null ? Duration.ZERO : Duration.between(origin, newOrigin);
        if (origin == null || by.abs().compareTo(STEP) > 0) {
            origin = newOrigin;
        }
        if (by.abs().compareTo(STEP) > 0) {
            queue.offer(log.observe(CLOCK, Evidence.OBSERVED, new ClockStepped(by)));
        }
    }

    private void append() {
        var now = log.elapsed();
        for (var next = queue.poll(now); next != null; next = queue.poll(now)) {
            log.append(next);
        }
    }

    private synchronized void releaseOverdue() {
        try {
            while (!closed) {
                append();
                var release = queue.nextRelease();
                idle = release == null;
                if (release == null) {
                    wait();
                } else {
                    // One more, since 0 would wait for ever.
                    wait(Math.max(0, release.minus(log.elapsed()).toMillis()) + 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Appends what is still held back, and ends the stream's thread. Later facts are still taken.
    @Override
    public synchronized void close() {
        closed = true;
        var all = log.elapsed().plus(patience);
        for (var next = queue.poll(all); next != null; next = queue.poll(all)) {
            log.append(next);
        }
        notifyAll();
    }
}
