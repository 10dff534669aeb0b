package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of the services while their producer waits for its broker.
class RequestRunnerEndTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));
    private final FactStream facts = new FactStream(new EventLog(), actors, Duration.ZERO);
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void anInterruptedStartIsNoFault() throws Exception {
        var init = new InitTransactions("id", 60_000);
        var who = new RequestRunner.Identity("HTTP", "t", init, LIMIT, LIMIT);
        var runner = new RequestRunner(who, facts, actors);
        runner.connected(Slow::new, (_, _) -> null);
        assertTrue(waiting.await(60, TimeUnit.SECONDS));

        runner.close();

        assertTrue(closed.await(60, TimeUnit.SECONDS));
        facts.close();
        assertEquals(List.of(), uncaught);
    }

    /// Waits and closes as Kafka's own producer does: an interrupt ends both, and stays set.
    private final class Slow extends MockProducer<String, String> {
        Slow() {
            super(true, null, new StringSerializer(), new StringSerializer());
        }

        @Override
        public void initTransactions() {
            waiting.countDown();
            await(new CountDownLatch(1));
        }

        @Override
        public void close(Duration patience) {
            closed.countDown();
            await(new CountDownLatch(0));
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
