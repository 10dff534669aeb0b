package dev.txscope.ui.control;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// For tests: the toolkit, started once on JavaFX's headless platform, and its thread.
public final class FxThread {
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

    static {
        try {
            Platform.startup(() -> STARTED.complete(null));
        } catch (IllegalStateException _) {
            // Another test of this JVM started it.
            STARTED.complete(null);
        }
        Platform.setImplicitExit(false);
    }

    private FxThread() {}

    /// Runs the body on the FX thread; what it throws is thrown here.
    public static void run(Runnable body) throws Exception {
        call(Executors.callable(body));
    }

    /// Runs the body on the FX thread and gives its result back.
    public static <V> V call(Callable<V> body) throws Exception {
        STARTED.get(30, TimeUnit.SECONDS);
        var task = new FutureTask<>(body);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
