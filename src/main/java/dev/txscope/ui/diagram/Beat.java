package dev.txscope.ui.diagram;

import javafx.animation.PauseTransition;

import java.time.Duration;

/// Calls back later on the FX thread; a test gives its own.
@FunctionalInterface
interface Beat {
    /// Runs it once, that much later.
    void after(Duration wait, Runnable then);

    /// JavaFX's own clock.
    static Beat real() {
        return (wait, then) -> {
            var pause = new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
            pause.setOnFinished(_ -> then.run());
            pause.play();
        };
    }
}
