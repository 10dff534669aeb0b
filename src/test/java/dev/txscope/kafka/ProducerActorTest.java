package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command.SendRecords;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.Source.Kind;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ProducerActorTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final EventLog log = new EventLog();
    @RegisterExtension final WatchedActors watched = new WatchedActors();

    private final Actors actors = watched.actors();
    private final FactStream facts = new FactStream(log, actors, Duration.ZERO);
    private final List<MockProducer<String, String>> made = new ArrayList<>();
    private final ProducerActor actor =
            new ProducerActor(
                    new ProducerActor.Identity(
                            "A", "orders", new InitTransactions("txscope-A", 60_000)),
                    this::make,
                    facts,
                    actors);

    private MockProducer<String, String> make() {
        var producer =
                new MockProducer<>(
                        made.size() < 2, null, new StringSerializer(), new StringSerializer());
        made.add(producer);
        return producer;
    }

    @AfterEach
    void close() {
        actor.close();
        facts.close();
    }

    @Test
    void everyRecordHasItsCallAndItsAcknowledgement() throws InterruptedException {
        // Given
        actor.begin();

        // When
        actor.send(new SendRecords("k", "order-1", 2));
        actor.commit();

        // Then
        await("CommitTransaction returned");
        assertEquals(
                List.of(
                        "InitTransactions called",
                        "InitTransactions returned",
                        "BeginTransaction called",
                        "BeginTransaction returned",
                        "Send called",
                        "acknowledged 0",
                        "Send returned",
                        "Send called",
                        "acknowledged 1",
                        "Send returned",
                        "CommitTransaction called",
                        "CommitTransaction returned"),
                words());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), callIds());
    }

    @Test
    void illegalCallIsMadeAndFailsInKafkasWords() throws InterruptedException {
        // When
        actor.commit();

        // Then
        var failed = (CallFailed) await("CommitTransaction threw IllegalStateException").event();
        assertEquals(Severity.REFUSED, failed.failure().severity());
        assertFalse(failed.failure().message().isEmpty());
    }

    @Test
    void sendsStopAtTheFirstThatThrows() throws InterruptedException {
        // Given
        await("InitTransactions returned");
        made.getFirst().sendException = new IllegalStateException("not now");

        // When
        actor.send(new SendRecords("k", "order-1", 3));
        actor.begin();

        // Then
        await("BeginTransaction returned");
        assertEquals(1, words().stream().filter("Send called"::equals).count());
    }

    @Test
    void fencedProducerCanOnlyBeReplaced() throws InterruptedException {
        // Given
        await("InitTransactions returned");
        made.getFirst().fenceProducer();

        // When
        actor.begin();

        // Then
        var failed = (CallFailed) await("BeginTransaction threw ProducerFencedException").event();
        assertEquals(Severity.FATAL, failed.failure().severity());
        long before = log.size();
        actor.restart();
        log.await(before, e -> Words.of(e.event()).equals("InitTransactions returned"), LIMIT);
        assertTrue(made.getFirst().closed());
        assertEquals(2, made.size());
    }

    @Test
    void rejectedRecordIsNoFailedCall() throws InterruptedException {
        // Given
        actor.restart();
        actor.restart();
        actor.begin();
        await("BeginTransaction returned");

        // When
        actor.send(new SendRecords("k", "order-1", 1));
        await("Send returned");
        made.getLast().errorNext(new RecordTooLargeException("too large"));

        // Then
        await("rejected RecordTooLargeException");
    }

    @Test
    void closeEndsACallThatWaits() throws InterruptedException {
        // Given
        actor.restart();
        actor.restart();
        actor.begin();
        actor.send(new SendRecords("k", "order-1", 1));
        await("Send returned");

        // When
        actor.close();

        // Then
        assertTrue(made.getLast().closed());
    }

    @Test
    void severitiesAreWhatTheClientCanStillDo() {
        var none = Severity.REFUSED;
        assertEquals(Severity.FATAL, Failures.ofCall(new ProducerFencedException("x"), none));
        assertEquals(
                Severity.TRANSIENT,
                Failures.ofCall(new org.apache.kafka.common.errors.TimeoutException("x"), none));
        assertEquals(Severity.REFUSED, Failures.ofCall(new IllegalStateException("x"), none));
        assertEquals(
                Severity.FATAL,
                Failures.ofCall(
                        new org.apache.kafka.common.KafkaException(
                                "error state", new RuntimeException("y")),
                        Severity.FATAL));
    }

    private Envelope await(String words) throws InterruptedException {
        return log.await(0, e -> Words.of(e.event()).equals(words), LIMIT);
    }

    private List<String> words() {
        return Words.of(log.from(0), Kind.PRODUCER);
    }

    private List<Long> callIds() {
        return log.from(0).stream()
                .filter(e -> e.event() instanceof CallStarted)
                .map(e -> ((CallStarted) e.event()).id())
                .toList();
    }
}
