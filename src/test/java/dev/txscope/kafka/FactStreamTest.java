package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class FactStreamTest {
    private static final Source LAB = new Source(Source.Kind.SESSION, "lab");
    private static final Source READER = new Source(Source.Kind.CONSUMER, "read_committed");
    private static final PositionMoved WITHOUT_CAUSE =
            new PositionMoved(
                    new ConsumerId("read_committed", Isolation.READ_COMMITTED),
                    new TopicPartition("orders", 0),
                    0,
                    9);

    @RegisterExtension final WatchedActors watched = new WatchedActors();

    private final Actors actors = watched.actors();

    @Test
    void clockThatIsSetBackIsAFact() {
        // Given
        var now = new AtomicReference<>(Instant.EPOCH.plusSeconds(10_000));
        var log = new EventLog(now::get);
        try (var facts = new FactStream(log, actors, FactStream.PATIENCE)) {
            facts.saw(LAB, new BrokerStarting(1));

            // When
            now.updateAndGet(t -> t.minusSeconds(3_600));
            facts.saw(LAB, new BrokerStarting(2));
            facts.saw(LAB, new BrokerStarting(3));
        }

        // Then
        var steps =
                log.from(0).stream()
                        .map(Envelope::event)
                        .filter(ClockStepped.class::isInstance)
                        .map(e -> ((ClockStepped) e).by().plusSeconds(3_600).abs().toSeconds())
                        .toList();
        assertEquals(List.of(0L), steps);
    }

    @Test
    void factWhoseCauseNeverComesIsAppendedByItself() throws InterruptedException {
        // Given
        var log = new EventLog();
        try (var facts = new FactStream(log, actors, Duration.ofMillis(1))) {
            // When
            facts.saw(READER, WITHOUT_CAUSE);

            // Then
            log.await(0, e -> e.event().equals(WITHOUT_CAUSE), Duration.ofSeconds(30));
        }
    }

    @Test
    void closeAppendsWhatIsHeldBack() {
        // Given
        var log = new EventLog();
        var facts = new FactStream(log, actors, Duration.ofDays(1));
        facts.saw(READER, WITHOUT_CAUSE);
        assertEquals(0, log.size());

        // When
        facts.close();

        // Then
        assertEquals(List.of(WITHOUT_CAUSE), log.from(0).stream().map(Envelope::event).toList());
    }
}
