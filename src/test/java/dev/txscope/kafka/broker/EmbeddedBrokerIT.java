package dev.txscope.kafka.broker;

import static dev.txscope.kafka.broker.BrokerSupport.at;
import static dev.txscope.kafka.broker.BrokerSupport.committed;
import static dev.txscope.kafka.broker.BrokerSupport.nodes;
import static dev.txscope.kafka.broker.BrokerSupport.started;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.BrokerProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The life of a broker that nothing is wrong with, and its return after a crash.
class EmbeddedBrokerIT {
    private final BrokerWitness witness = new BrokerWitness();

    @Test
    void answersAtAFreePortAndLeavesNothingBehind() throws Exception {
        Path folder;
        ProcessHandle process;
        try (var broker = started(BrokerOptions.DEFAULT, witness)) {
            String address = witness.awaitReady();
            folder = BrokerSupport.folder(broker);
            process = BrokerSupport.process(broker);

            assertEquals(1, nodes(address));
            assertTrue(Files.exists(folder.resolve("node-1.0.log")), "its own log file");
            assertTrue(Files.size(folder.resolve("node-1.0.log")) > 0);
        }

        assertFalse(process.isAlive());
        assertFalse(Files.exists(folder));
        assertTrue(witness.heardNothingMore(), "an end that was asked for is no death");
    }

    @Test
    void answersAtThePortThatWasAskedFor() throws Exception {
        int port = Ports.free(1).getFirst();

        try (var _ = started(new BrokerOptions(port, null), witness)) {
            assertEquals("127.0.0.1:" + port, witness.awaitReady());
            assertEquals(1, nodes("127.0.0.1:" + port));
        }
    }

    @Test
    void comesBackAfterACrashWithAllThatWasCommitted(@TempDir Path data) throws Exception {
        try (var broker = started(at(data), witness)) {
            String address = witness.awaitReady();
            BrokerSupport.createTopic(address);
            BrokerSupport.commit(address, "order-1");
            // commitTransaction() returns before the marker is written: wait until it is.
            assertEquals(List.of("order-1"), committed(address, 1));

            BrokerSupport.process(broker).destroyForcibly();

            assertEquals("SIGKILL", witness.awaitDied(BrokerProblem.KILLED).detail());
            broker.start();
            assertEquals(address, witness.awaitReady());
            assertEquals(List.of("order-1"), committed(address, 1));
        }
        assertTrue(Files.exists(data.resolve("node-1")), "data that was asked for is kept");
    }

    @Test
    void closesItsFilesInOrderWhenASignalAsksIt(@TempDir Path data) throws Exception {
        try (var broker = started(at(data), witness)) {
            witness.awaitReady();

            BrokerSupport.process(broker).destroy();

            assertEquals("SIGTERM", witness.awaitDied(BrokerProblem.KILLED).detail());
            assertTrue(Files.exists(data.resolve("node-1").resolve(".kafka_cleanshutdown")));
        }
    }

    @Test
    void keepsWhatWasCommittedForTheNextRunOfTheProgram(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("of mine 100%g");
        try (var _ = started(at(data), witness)) {
            String address = witness.awaitReady();
            BrokerSupport.createTopic(address);
            BrokerSupport.commit(address, "order-1");
        }

        try (var _ = started(at(data), witness)) {
            assertEquals(List.of("order-1"), committed(witness.awaitReady(), 1));
        }
    }

    @Test
    void endsWhenItIsClosedWhileItStarts() throws Exception {
        var broker = started(BrokerOptions.DEFAULT, witness);
        // The log's first line: the process is up, and the server in it is on its way.
        await().until(() -> !broker.logTail().isEmpty());
        Path folder = BrokerSupport.folder(broker);
        var process = BrokerSupport.process(broker);

        broker.close();

        assertFalse(process.isAlive());
        assertFalse(Files.exists(folder));
        assertTrue(witness.heardNothingMore());
    }
}
