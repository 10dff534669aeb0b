package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class ActorsTest {

    @Test
    void aThreadIsNamedByItsRoleAndKeepsNobodyWaiting() throws Exception {
        var seen = new CompletableFuture<Thread>();

        new Actors((_, e) -> seen.completeExceptionally(e))
                .start("producer-A", () -> seen.complete(Thread.currentThread()));

        Thread thread = seen.get(10, TimeUnit.SECONDS);
        assertEquals("producer-A", thread.getName());
        assertTrue(thread.isDaemon());
    }

    @Test
    void whatNobodyCaughtIsToldWithItsRole() throws Exception {
        var told = new CompletableFuture<String>();

        new Actors((thread, e) -> told.complete(thread.getName() + ": " + e.getMessage()))
                .start(
                        "log-probe",
                        () -> {
                            throw new IllegalStateException("lost");
                        });

        assertEquals("log-probe: lost", told.get(10, TimeUnit.SECONDS));
    }

    @Test
    void whatNobodyAsksForGoesToTheDefaultHandlerOnce() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> told.add(e.getMessage()));
        try {
            new Actors()
                    .start(
                            "some",
                            () -> {
                                throw new IllegalStateException("lost");
                            })
                    .join();
            assertEquals(List.of("lost"), List.copyOf(told));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
