package dev.txscope.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// The one append-only log of facts. Every view is a pure function of a prefix of it.
///
/// Any thread may call any method. [#append] is the one place where order is made.
public final class EventLog {
    private static final int CHUNK = 1024;

    private final InstantSource clock;
    private final long origin = System.nanoTime();
    private final List<Envelope[]> chunks = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final long kept;
    private long size;
    private long oldest;

    public EventLog(InstantSource clock) {
        this(clock, Long.MAX_VALUE);
    }

    private EventLog(InstantSource clock, long kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /// A log that forgets: for a run without an end, in which nobody looks back.
    ///
    /// @param kept at least so many of the newest facts stay, and at most [#CHUNK] more
    public static EventLog keepingNewest(int kept) {
        return new EventLog(InstantSource.system(), kept);
    }

    public EventLog() {
        this(InstantSource.system());
    }

    /// Stamps a fact with the instant of now, without appending it yet.
    public Observation observe(Source source, Evidence evidence, TxEvent event) {
        return new Observation(clock.instant(), elapsed(), source, evidence, event);
    }

    /// The time since this log began, on a clock that never goes back.
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - origin);
    }

    /// The wall clock's now, from the same clock that stamps the facts.
    public Instant now() {
        return clock.instant();
    }

    /// Gives the fact the next place in the order and tells the listeners, on the caller's thread.
    public Envelope append(Observation seen) {
        Envelope envelope;
        synchronized (this) {
            envelope = Envelope.of(size, seen);
            if (size % CHUNK == 0) {
                chunks.add(new Envelope[CHUNK]);
                forget();
            }
            chunks.getLast()[(int) (size % CHUNK)] = envelope;
            size++;
            notifyAll();
        }
        listeners.forEach(Runnable::run);
        return envelope;
    }

    /// Chunks whose every fact is older than what is kept.
    private void forget() {
        while (size - oldest - CHUNK >= kept) {
            chunks.removeFirst();
            oldest += CHUNK;
        }
    }

    /// The `seq` of the oldest fact that is not forgotten; 0 where nothing is.
    public synchronized long oldest() {
        return oldest;
    }

    /// How many facts there were; also the `seq` that the next one gets.
    public synchronized long size() {
        return size;
    }

    /// The fact with that `seq`.
    ///
    /// @throws IndexOutOfBoundsException if there is none yet, or it is forgotten
    public synchronized Envelope get(long seq) {
        if (seq < oldest || seq >= size) {
            throw new IndexOutOfBoundsException("No fact " + seq + " among " + size);
        }
        return chunks.get((int) ((seq - oldest) / CHUNK))[(int) (seq % CHUNK)];
    }

    /// The facts from `seq` on, as many as there are now; without those that are forgotten.
    public synchronized List<Envelope> from(long seq) {
        long first = Math.max(seq, oldest);
        var facts = new ArrayList<Envelope>((int) Math.max(0, size - first));
        for (long i = first; i < size; i++) {
            facts.add(get(i));
        }
        return facts;
    }

    /// Waits until there are more facts than `known`.
    public synchronized void awaitMoreThan(long known) throws InterruptedException {
        while (size <= known) {
            wait();
        }
    }

    /// As [#awaitMoreThan(long)], but no longer than the limit.
    ///
    /// @return whether there are more
    public synchronized boolean awaitMoreThan(long known, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (size <= known) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /// Calls the listener after each append, on the appending thread: it must be quick and only
    /// signal.
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /// Waits for the first fact from `seq` on that matches, and returns it.
    ///
    /// @throws IllegalStateException if none came within the limit; the message lists the newest
    ///   facts
    public synchronized Envelope await(long seq, Predicate<Envelope> wanted, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long next = Math.max(seq, oldest); ; next = Math.max(next + 1, oldest)) {
            while (next >= size) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException(
                            "No such fact within "
                                    + limit
                                    + "; newest: "
                                    + from(Math.max(0, size - 8)));
                }
                wait(left / 1_000_000 + 1);
            }
            Envelope candidate = get(next);
            if (wanted.test(candidate)) {
                return candidate;
            }
        }
    }
}
