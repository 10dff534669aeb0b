package dev.txscope.bench;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets one thread wait for so many events of others. Only the last one wakes it: whoever runs
/// between two of them takes the processor from what is measured.
final class Arrivals {
    private final AtomicInteger missing = new AtomicInteger();
    private final Semaphore complete = new Semaphore(0);

    /// Begins to count.
    void expect(int count) {
        missing.set(count);
    }

    /// Any thread.
    void arrived() {
        if (missing.decrementAndGet() == 0) {
            complete.release();
        }
    }

    /// Returns whether all came within the limit.
    boolean await(Duration limit) throws InterruptedException {
        return complete.tryAcquire(limit.toSeconds(), TimeUnit.SECONDS);
    }
}
