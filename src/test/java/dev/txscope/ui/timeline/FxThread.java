package dev.txscope.ui.timeline;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs what a test does on the FX thread of the headless platform, and hands its result or failure
/// back.
final class FxThread {
    private static final long LIMIT_SECONDS = 300;

    private FxThread() {}

    static void start() throws InterruptedException {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        started.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    static <T> T call(Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable failure) {
                        result.completeExceptionally(failure);
                    }
                });
        return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
