package dev.txscope.playback;

import dev.txscope.event.EventLog;

/// Folds facts as they come, on a thread of its own, so that nobody who looks has to wait for it.
public final class Folder implements Runnable {
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
                history.catchUp();
                folded.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
