package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command.StartProducer;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.Source.Kind;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;

/// One producer, one partition: commit, abort, commit, and a new producer with the same id.
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceWalkIT {
    private RunningLab it;
    private List<String> all;

    @BeforeAll
    void walk() throws InterruptedException {
        it = new RunningLab();
        transaction("order-1", 0, true);
        transaction("order-2", 2, false);
        transaction("order-3", 4, true);
        it.call(new StartProducer(), InitTransactions.class);
        it.awaitWords(0, "Empty epoch 4 []");
        all = Words.of(it.log.from(0));
    }

    /// Waits after each step until all that follows from it was seen, as a person would.
    private void transaction(String value, long offset, boolean commit)
            throws InterruptedException {
        it.begin();
        it.send(value, 1);
        it.awaitWords(0, "acknowledged " + offset);
        it.awaitWords(0, "read_uncommitted position " + offset + "→" + (offset + 1));
        if (commit) {
            it.commit();
            it.awaitWords(0, "CompleteCommit epoch " + (offset / 2 + 1) + " []");
        } else {
            it.abort();
            it.awaitWords(0, "CompleteAbort epoch " + (offset / 2 + 1) + " []");
            it.awaitWords(0, "aborted list: from " + offset);
        }
        it.awaitWords(0, "read_committed position " + offset + "→" + (offset + 2));
        it.awaitWords(0, "read_uncommitted position " + (offset + 1) + "→" + (offset + 2));
    }

    @AfterAll
    void close() {
        it.close();
    }

    @Test
    void coordinatorGoesThroughItsStatesAndRaisesTheEpoch() {
        assertEquals(
                List.of(
                        "Empty epoch 0 []",
                        "Ongoing epoch 0 [orders-0]",
                        "PrepareCommit epoch 1 [orders-0]",
                        "CompleteCommit epoch 1 []",
                        "Ongoing epoch 1 [orders-0]",
                        "PrepareAbort epoch 2 [orders-0]",
                        "CompleteAbort epoch 2 []",
                        "Ongoing epoch 2 [orders-0]",
                        "PrepareCommit epoch 3 [orders-0]",
                        "CompleteCommit epoch 3 []",
                        "Empty epoch 4 []"),
                Words.of(it.log.from(0), Kind.COORDINATOR));
    }

    @Test
    void logHoldsRecordsAndMarkersAndMovesItsLimits() {
        assertEquals(
                List.of(
                        "batch epoch 0 0 order-1",
                        "HW 0→1",
                        "COMMIT marker 1 epoch 1",
                        "HW 1→2",
                        "LSO 0→2",
                        "batch epoch 1 2 order-2",
                        "HW 2→3",
                        "ABORT marker 3 epoch 2",
                        "HW 3→4",
                        "LSO 2→4",
                        "aborted list: from 2",
                        "batch epoch 2 4 order-3",
                        "HW 4→5",
                        "COMMIT marker 5 epoch 3",
                        "HW 5→6",
                        "LSO 4→6"),
                Words.of(it.log.from(0), Kind.LOG));
    }

    @Test
    void readUncommittedIsGivenEverythingAtOnce() {
        assertEquals(
                List.of(
                        "read_uncommitted starts at 0",
                        "read_uncommitted got 0 order-1",
                        "read_uncommitted position 0→1",
                        "read_uncommitted position 1→2",
                        "read_uncommitted got 2 order-2",
                        "read_uncommitted position 2→3",
                        "read_uncommitted position 3→4",
                        "read_uncommitted got 4 order-3",
                        "read_uncommitted position 4→5",
                        "read_uncommitted position 5→6"),
                Words.of(it.log.from(0), Isolation.READ_UNCOMMITTED));
    }

    @Test
    void readCommittedIsGivenTheCommittedAndPassesTheRestInSilence() {
        assertEquals(
                List.of(
                        "read_committed starts at 0",
                        "read_committed got 0 order-1",
                        "read_committed position 0→2",
                        "read_committed position 2→4",
                        "read_committed got 4 order-3",
                        "read_committed position 4→6"),
                Words.of(it.log.from(0), Isolation.READ_COMMITTED));
    }

    @Test
    void producerCallsOneAfterTheOther() {
        assertEquals(
                List.of(
                        "InitTransactions called",
                        "InitTransactions returned",
                        "BeginTransaction called",
                        "BeginTransaction returned",
                        "Send called",
                        "Send returned",
                        "acknowledged 0",
                        "CommitTransaction called",
                        "CommitTransaction returned"),
                Words.of(it.log.from(0), Kind.PRODUCER).subList(0, 9));
    }

    @Test
    void everythingFollowsItsCause() {
        assertOrder("InitTransactions called", "Empty epoch 0 []", "InitTransactions returned");
        assertOrder(
                "Send called",
                "Ongoing epoch 0 [orders-0]",
                "batch epoch 0 0 order-1",
                "acknowledged 0",
                "CommitTransaction called",
                "PrepareCommit epoch 1 [orders-0]",
                "COMMIT marker 1 epoch 1",
                "CompleteCommit epoch 1 []");
        assertOrder("read_uncommitted got 0 order-1", "CommitTransaction called");
        assertOrder("COMMIT marker 1 epoch 1", "LSO 0→2", "read_committed got 0 order-1");
        assertOrder("PrepareCommit epoch 1 [orders-0]", "CommitTransaction returned");
        assertOrder("batch epoch 1 2 order-2", "read_uncommitted position 2→3");
        assertOrder("read_uncommitted got 2 order-2", "AbortTransaction called");
        assertOrder(
                "AbortTransaction called",
                "PrepareAbort epoch 2 [orders-0]",
                "ABORT marker 3 epoch 2",
                "read_committed position 2→4");
    }

    private void assertOrder(String... words) {
        for (int i = 1; i < words.length; i++) {
            int cause = all.indexOf(words[i - 1]);
            int effect = all.indexOf(words[i]);
            assertTrue(
                    0 <= cause && cause < effect,
                    words[i - 1] + " before " + words[i] + ": " + all);
        }
    }

    @Test
    void freshReadersAreGivenTheSame() throws InterruptedException {
        assertEquals(
                List.of(
                        "read_uncommitted got 0 order-1",
                        "read_uncommitted got 2 order-2",
                        "read_uncommitted got 4 order-3"),
                readAfresh(Isolation.READ_UNCOMMITTED));
        assertEquals(
                List.of("read_committed got 0 order-1", "read_committed got 4 order-3"),
                readAfresh(Isolation.READ_COMMITTED));
    }

    private List<String> readAfresh(Isolation isolation) throws InterruptedException {
        var log = new EventLog();
        var actors = new Actors((_, thrown) -> fail(thrown));
        var strings = new StringDeserializer();
        var address = it.all(BrokerReady.class).getFirst().address();
        var config = ClientConfigs.consumer(address, isolation);
        try (var facts = new FactStream(log, actors, FactStream.PATIENCE);
                var _ =
                        new ConsumerActor(
                                new ConsumerId("fresh", isolation),
                                new TopicPartition("orders", 0),
                                () -> new KafkaConsumer<>(config, strings, strings),
                                facts,
                                actors)) {
            log.await(0, e -> Words.of(e.event()).endsWith("→6"), RunningLab.LIMIT);
            return Words.of(log.from(0)).stream().filter(w -> w.contains(" got ")).toList();
        }
    }

    private static void fail(Throwable thrown) {
        throw new AssertionError(thrown);
    }
}
