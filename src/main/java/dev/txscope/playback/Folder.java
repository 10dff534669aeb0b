package dev.txscope.playback;

import dev.txscope.event.EventLog;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Folds facts as they come, on a thread of its own, so that nobody who looks has to wait for it.
public final class Folder implements Runnable {
    /// Facts come in bursts: to fold in the middle of one takes time from those who observe it.
    private static final Duration GATHERED = Duration.ofMillis(4);

    private final EventLog log;
    private final History history;
    private final Runnable folded;

    /// @param folded is told after new facts were folded, on this thread: it must only signal
    public Folder(EventLog log, History history, Runnable folded) {
        this.log = log;
        this.history = history;
        this.folded = folded;
    }

    /// Runs until its thread is interrupted.
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                log.awaitMoreThan(history.latest().size());
                LockSupport.parkNanos(GATHERED.toNanos());
                history.catchUp();
                folded.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
