package dev.txscope.kafka;

import java.time.Duration;

/// Waits for the end of threads that were told to end.
final class Closing {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private Closing() {}

    /// Waits a few seconds at most; a thread that hangs longer is a daemon and left to itself.
    static void join(Thread thread) {
        try {
            if (thread != Thread.currentThread() && !thread.join(LIMIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
