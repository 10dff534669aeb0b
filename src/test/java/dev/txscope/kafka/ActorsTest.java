package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
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
}
