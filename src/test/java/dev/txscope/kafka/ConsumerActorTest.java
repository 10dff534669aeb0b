package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.Source.Kind;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ConsumerActorTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final TopicPartition ASSIGNED = new TopicPartition("orders", 0);

    private final EventLog log = new EventLog();
    @RegisterExtension final WatchedActors watched = new WatchedActors();

    private final Actors actors = watched.actors();
    private final FactStream facts = new FactStream(log, actors, Duration.ZERO);
    private final MockConsumer<String, String> client = new MockConsumer<>("earliest");

    @AfterEach
    void close() {
        facts.close();
    }

    private ConsumerActor start() {
        client.updateBeginningOffsets(Map.of(ASSIGNED, 0L));
        return new ConsumerActor(
                new ConsumerId("read_committed", Isolation.READ_COMMITTED),
                new dev.txscope.event.TopicPartition("orders", 0),
                () -> client,
                facts,
                actors);
    }

    private void add(long offset, String value) {
        client.addRecord(new ConsumerRecord<>("orders", 0, offset, "k", value));
    }

    @Test
    void recordsOfOnePollAreToldBeforeThePosition() throws InterruptedException {
        // Given
        client.schedulePollTask(
                () -> {
                    add(0, "order-1");
                    add(2, "order-2");
                });

        // When
        try (var _ = start()) {
            await("read_committed position 0→3");
        }

        // Then
        assertEquals(
                List.of(
                        "read_committed starts at 0",
                        "read_committed got 0 order-1",
                        "read_committed got 2 order-2",
                        "read_committed position 0→3"),
                Words.of(log.from(0), Kind.CONSUMER));
        assertTrue(
                log.from(0).stream()
                        .allMatch(e -> !(e.event() instanceof RecordDelivered d) || d.poll() == 1));
        assertTrue(client.closed());
    }

    @Test
    void goesOnAfterAnExceptionAndTellsItOnce() throws InterruptedException {
        // Given
        client.schedulePollTask(() -> client.setPollException(new KafkaException("first")));
        client.schedulePollTask(() -> client.setPollException(new KafkaException("again")));
        client.schedulePollTask(() -> add(0, "order-1"));

        // When
        try (var _ = start()) {
            await("read_committed position 0→1");
        }

        // Then
        assertEquals(
                List.of(
                        "read_committed starts at 0",
                        "read_committed threw KafkaException",
                        "read_committed got 0 order-1",
                        "read_committed position 0→1"),
                Words.of(log.from(0), Kind.CONSUMER));
    }

    private void await(String words) throws InterruptedException {
        log.await(0, e -> Words.of(e.event()).equals(words), LIMIT);
    }
}
