package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/// The executor for many that mostly wait.
class PerTaskTest {

    @Test
    void everyTaskRunsAtOnceOnAThreadNamedByItsRole() throws Exception {
        var executor = new Actors((_, _) -> {}).perTask("http");
        var together = new CyclicBarrier(3);
        var names = new CompletableFuture<String>();
        for (int i = 0; i < 2; i++) {
            executor.execute(
                    () -> {
                        names.complete(Thread.currentThread().getName());
                        meet(together);
                    });
        }
        together.await(60, TimeUnit.SECONDS);
        assertTrue(names.join().startsWith("http-"), names.join());
    }

    @Test
    void whatATaskThrowsIsReported() {
        var reported = new CompletableFuture<Throwable>();
        var thrown = new IllegalStateException("on purpose");
        new Actors((_, e) -> reported.complete(e))
                .perTask("http")
                .execute(
                        () -> {
                            throw thrown;
                        });
        assertEquals(thrown, reported.orTimeout(60, TimeUnit.SECONDS).join());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
