package dev.txscope.kafka;

import java.time.Duration;

/// Counts the records that were sent and have neither an acknowledgement nor a rejection yet.
final class PendingRecords {
    private int pending;

    synchronized void sent() {
        pending++;
    }

    synchronized void settled() {
        pending--;
        notifyAll();
    }

    /// Waits until each record is settled, but not longer than the limit.
    ///
    /// @return whether each is
    synchronized boolean await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); pending > 0 && left > 0; ) {
            wait(left / 1_000_000 + 1);
            left = deadline - System.nanoTime();
        }
        return pending == 0;
    }
}
