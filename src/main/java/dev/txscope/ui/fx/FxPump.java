package dev.txscope.ui.fx;

import javafx.application.Platform;

import java.util.concurrent.atomic.AtomicBoolean;

/// The only way to the FX thread. However often it is signalled, at most one runnable waits there,
/// and nothing runs when nothing happens.
public final class FxPump {
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Runnable tick;

    /// @param tick runs on the FX thread after a signal, and reads all that is new
    public FxPump(Runnable tick) {
        this.tick = tick;
    }

    /// Says that there is something new; any thread, returns at once.
    public void signal() {
        if (waiting.compareAndSet(false, true)) {
            Platform.runLater(this::run);
        }
    }

    /// Clears the flag before the tick reads, so that a signal in between is not lost.
    private void run() {
        waiting.set(false);
        tick.run();
    }
}
