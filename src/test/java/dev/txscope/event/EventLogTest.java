package dev.txscope.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

class EventLogTest {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "test");

    @Test
    void factsFromManyThreadsGetOneOrderWithoutGaps() throws InterruptedException {
        var log = new EventLog();
        var told = new AtomicLong();
        log.onAppend(told::incrementAndGet);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> append(log, 1000)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(4000, log.size());
        assertEquals(4000, told.get());
        long expected = 0;
        for (Envelope e : log.from(0)) {
            assertEquals(expected++, e.seq());
        }
    }

    @Test
    void awaitingFindsAFactThatCameBefore() throws InterruptedException {
        var log = new EventLog();
        append(log, 3);
        assertEquals(2, log.await(1, e -> e.seq() == 2, Duration.ofSeconds(1)).seq());
    }

    @Test
    void awaitingInVainSaysWhatCame() {
        var log = new EventLog();
        append(log, 1);
        assertThrows(
                IllegalStateException.class, () -> log.await(0, _ -> false, Duration.ofMillis(1)));
    }

    @Test
    void aLogThatForgetsKeepsTheNewestAndItsCount() throws InterruptedException {
        var log = EventLog.keepingNewest(2000);
        append(log, 10_000);
        assertEquals(10_000, log.size());
        assertTrue(log.oldest() > 0 && log.size() - log.oldest() >= 2000);
        assertTrue(log.size() - log.oldest() <= 2000 + 2048);
        assertEquals(log.oldest(), log.from(0).getFirst().seq());
        assertEquals(9_999, log.get(9_999).seq());
        assertThrows(IndexOutOfBoundsException.class, () -> log.get(0));
        assertEquals(9_999, log.await(0, e -> e.seq() == 9_999, Duration.ofSeconds(1)).seq());
    }

    private static void append(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            var event = new SessionEvent.BrokerStarting(i);
            log.append(log.observe(SOURCE, Evidence.OBSERVED, event));
        }
    }
}
