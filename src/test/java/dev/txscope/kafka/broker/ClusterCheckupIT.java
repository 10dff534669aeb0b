package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.ClusterFinding.Answers;
import dev.txscope.command.ClusterFinding.Away;
import dev.txscope.command.ClusterFinding.Group;
import dev.txscope.command.ClusterFinding.LastStableOffsetHeld;
import dev.txscope.command.ClusterFinding.TopicMissing;
import dev.txscope.command.ClusterFinding.TopicThere;
import dev.txscope.kafka.ClientFile;
import dev.txscope.kafka.ClusterCheckup;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What keeps records from consumers, on a real broker.
class ClusterCheckupIT {
    private static final CompletableFuture<String> READY = new CompletableFuture<>();
    private static EmbeddedBroker broker;
    private static String address;

    @BeforeAll
    static void startBroker() throws Exception {
        broker =
                BrokerSupport.started(
                        BrokerOptions.DEFAULT,
                        new BrokerListener() {
                            @Override
                            public void ready(String at, Duration took) {
                                READY.complete(at);
                            }

                            @Override
                            public void failed(
                                    dev.txscope.event.BrokerProblem p, String d, List<String> t) {
                                READY.completeExceptionally(new AssertionError(d + t));
                            }

                            @Override
                            public void died(
                                    dev.txscope.event.BrokerProblem p, String d, List<String> t) {}
                        },
                        BrokerCommand.STANDARD);
        address = READY.get(90, TimeUnit.SECONDS);
    }

    @AfterAll
    static void endBroker() {
        broker.close();
    }

    @Test
    void anOpenTransactionIsToldWithItsOwnerUntilItIsAborted() throws Exception {
        var config =
                Map.<String, Object>of(
                        "transactional.id", "holder", "transaction.timeout.ms", 30_000);
        try (var producer = BrokerSupport.producer(address, config)) {
            producer.initTransactions();
            producer.beginTransaction();
            Instant before = Instant.now().minusMillis(1);
            producer.send(new ProducerRecord<>("held", 0, "k", "v")).get();

            var held = assertInstanceOf(LastStableOffsetHeld.class, look("held").getLast());

            assertEquals("held-0", held.partition());
            assertEquals(0, held.lastStableOffset());
            assertEquals(1, held.highWatermark());
            var holder = held.holder();
            assertNotNull(holder);
            assertEquals("holder", holder.transactionalId());
            assertEquals(Duration.ofSeconds(30), holder.timeout());
            assertTrue(!holder.since().isBefore(before.minusMillis(1)), holder.toString());
            assertTrue(!holder.since().isAfter(Instant.now()), holder.toString());

            producer.abortTransaction();
        }
        // abortTransaction() returns before the marker is written: the next transaction waits for
        // it.
        try (var producer = BrokerSupport.producer(address, config)) {
            producer.initTransactions();
        }
        assertEquals(List.of(new Answers(address, 1), new TopicThere("held", 1)), look("held"));
    }

    @Test
    void committedOffsetsAtTheEndAreTold() throws Exception {
        try (var producer = BrokerSupport.producer(address, Map.of())) {
            producer.send(new ProducerRecord<>("read", 0, "k", "v")).get();
            producer.send(new ProducerRecord<>("read", 0, "k", "w")).get();
        }
        commit("read", "m03-java-consumer", 2);
        commit("read", "m03-dotnet-consumer", 1);

        var found = look("read");

        assertEquals(
                List.of(
                        new Answers(address, 1),
                        new TopicThere("read", 1),
                        new Group("m03-java-consumer", 0, 2, 2),
                        new Group("m03-dotnet-consumer", 0, 1, 2)),
                found);
        assertTrue(((Group) found.get(2)).isAtEnd());
        assertTrue(!((Group) found.get(3)).isAtEnd());
    }

    @Test
    void aMissingTopicIsToldAndNotMade() throws Exception {
        var expected = List.of(new Answers(address, 1), new TopicMissing("nowhere"));

        assertEquals(expected, look("nowhere"));
        assertEquals(expected, look("nowhere"));
    }

    @Test
    void aBrokerThatIsAwayIsTheOnlyThingTold() throws Exception {
        String nobody = "127.0.0.1:" + Ports.free(1).getFirst();

        var found = ClusterCheckup.of(nobody, ClientFile.NONE).look("t", List.of());

        assertEquals(1, found.size());
        assertEquals(nobody, assertInstanceOf(Away.class, found.getFirst()).address());
    }

    private static List<ClusterFinding> look(String topic) throws InterruptedException {
        return ClusterCheckup.of(address, ClientFile.NONE)
                .look(topic, List.of("m03-java-consumer", "m03-dotnet-consumer"));
    }

    private static void commit(String topic, String group, long offset) throws Exception {
        var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
