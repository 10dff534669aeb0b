package dev.txscope.ui.fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.concurrent.atomic.AtomicBoolean;

/// The only way to the FX thread. However often it is signalled, one tick is made in a pulse, right
/// before that pulse is laid out, and nothing runs when nothing happens.
public final class FxPump {
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AnimationTimer pulse =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    run();
                }
            };
    private final Runnable tick;

    /// @param tick runs on the FX thread after a signal, and reads all that is new
    public FxPump(Runnable tick) {
        this.tick = tick;
    }

    /// Says that there is something new; any thread, returns at once.
    public void signal() {
        if (waiting.compareAndSet(false, true)) {
            Platform.runLater(pulse::start);
        }
    }

    /// Clears the flag before the tick reads, so that a signal in between is not lost.
    private void run() {
        waiting.set(false);
        tick.run();
    }
}
