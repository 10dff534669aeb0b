package dev.txscope.kafka.broker;

import static dev.txscope.kafka.broker.BrokerCommand.STANDARD;
import static dev.txscope.kafka.broker.BrokerSupport.at;
import static dev.txscope.kafka.broker.BrokerSupport.started;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.txscope.event.BrokerProblem;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/// Each thing that can be wrong is told by its own name, on evidence of a process that really
/// failed.
class BrokerProblemsIT {
    private static final String RUN = "exec \"$0\" \"$@\"";

    private final BrokerWitness witness = new BrokerWitness();

    @Test
    void aTakenPortIsNamedAndTheNextTrySucceedsOnceItIsFree() throws Exception {
        var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        String address = "127.0.0.1:" + other.getLocalPort();
        try (var broker = started(new BrokerOptions(other.getLocalPort(), null), witness)) {
            assertEquals(address, witness.awaitFailed(BrokerProblem.PORT_TAKEN).detail());

            other.close();
            broker.start();

            assertEquals(address, witness.awaitReady());
        }
    }

    @Test
    void aPortOfItsOwnChoiceThatIsLostMeanwhileIsReplaced(@TempDir Path data) throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            int free = Ports.free(1).getFirst();
            var choices =
                    new ArrayDeque<>(
                            List.of(
                                    List.of(taken, free), // The controller's is the first.
                                    List.of(free, taken),
                                    Ports.free(2)));

            try (var _ = started(at(data), witness, STANDARD, _ -> choices.remove())) {
                assertEquals(1, BrokerSupport.nodes(witness.awaitReady()));
                assertEquals(List.of(), List.copyOf(choices));
            }
        }
    }

    @Test
    void aPortThatIsLostEveryTimeIsTold() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            int free = Ports.free(1).getFirst();

            try (var _ =
                    started(BrokerOptions.DEFAULT, witness, STANDARD, _ -> List.of(free, taken))) {
                var failed = witness.awaitFailed(BrokerProblem.PORT_TAKEN);
                assertEquals("127.0.0.1:" + taken, failed.detail());
            }
        }
    }

    @Test
    void aFolderBelowAFileIsNotWritable(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        Path below = file.resolve("data");

        try (var _ = started(at(below), witness)) {
            var failed = witness.awaitFailed(BrokerProblem.FOLDER_NOT_WRITABLE);
            assertEquals(below.toString(), failed.detail());
        }
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aCommaThatKafkaWouldTakeForTwoFoldersIsNamed(@TempDir Path folder) throws Exception {
        try (var _ = started(at(folder.resolve("a,b")), witness)) {
            var failed = witness.awaitFailed(BrokerProblem.UNKNOWN);
            assertEquals("log.dirs: comma in " + folder.resolve("a,b"), failed.detail());
        }
    }

    @Test
    void aFileIsNoFolder(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        try (var _ = started(at(file), witness)) {
            witness.awaitFailed(BrokerProblem.FOLDER_NOT_WRITABLE);
        }
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aFolderHasOneBrokerAtATime(@TempDir Path data) throws Exception {
        var second = new BrokerWitness();
        try (var _ = started(at(data), witness)) {
            String address = witness.awaitReady();

            try (var _ = started(at(data), second)) {
                var failed = second.awaitFailed(BrokerProblem.FOLDER_IN_USE);
                assertEquals(data.toString(), failed.detail());
            }

            assertEquals(1, BrokerSupport.nodes(address), "the first one is not harmed");
        }
    }

    @Test
    void aHeapThatTheMachineDoesNotGiveIsNoMemory() throws Exception {
        var command = STANDARD.withPrefix("sh", "-c", "ulimit -v 300000; " + RUN);

        try (var _ = started(BrokerOptions.DEFAULT, witness, command)) {
            var failed = witness.awaitFailed(BrokerProblem.NO_MEMORY);
            assertFalse(failed.detail().isBlank());
        }
    }

    @Test
    void aHeapThatIsUsedUpIsNoMemory() throws Exception {
        var command =
                STANDARD.withOptions("-Xmx8m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

        try (var _ = started(BrokerOptions.DEFAULT, witness, command)) {
            witness.awaitFailed(BrokerProblem.NO_MEMORY);
        }
    }

    @Test
    void aBrokerThatIsKilledWhileItStartsIsToldAsKilled() throws Exception {
        var command = STANDARD.withPrefix("sh", "-c", "kill -9 $$");

        try (var _ = started(BrokerOptions.DEFAULT, witness, command)) {
            var failed = witness.awaitFailed(BrokerProblem.KILLED);
            assertEquals("SIGKILL", failed.detail());
        }
    }

    @Test
    void aStartThatTakesTooLongIsEnded() throws Exception {
        var command =
                STANDARD.withPrefix("sh", "-c", "read forever")
                        .withStartLimit(Duration.ofMillis(200));

        try (var broker = started(BrokerOptions.DEFAULT, witness, command)) {
            witness.awaitFailed(BrokerProblem.TIMED_OUT);
            assertFalse(BrokerSupport.process(broker).isAlive());
        }
    }

    @Test
    void whatNobodyForesawIsToldWithItsOwnWords() throws Exception {
        var command = STANDARD.withPrefix("sh", "-c", "echo what a day >&2; exit 3");

        try (var _ = started(BrokerOptions.DEFAULT, witness, command)) {
            var failed = witness.awaitFailed(BrokerProblem.UNKNOWN);
            assertEquals("what a day", failed.detail());
            assertEquals(List.of("what a day"), failed.log());
        }
    }

    @Test
    void aFileThatMayNotGrowFillsTheDiskOfARunningBroker() throws Exception {
        // 512-byte blocks: 12 MiB per file; the index of the metadata log takes 10.
        var command = STANDARD.withPrefix("sh", "-c", "ulimit -f 24576; " + RUN);

        try (var broker = started(BrokerOptions.DEFAULT, witness, command)) {
            String address = witness.awaitReady();
            BrokerSupport.createTopic(address);
            sendUntilItFails(address);

            var died = witness.awaitDied(BrokerProblem.DISK_FULL);
            assertEquals(BrokerSupport.folder(broker).toString(), died.detail());
            assertTrue(died.log().stream().anyMatch(l -> l.contains("File too large")));
        }
    }

    @Test
    void aDiskThatRunsFullUnderARunningBrokerIsTold(@TempDir Path data) throws Exception {
        var command = onSmallDisk(data, "8m");

        try (var _ = started(at(data), witness, command)) {
            String address = witness.awaitReady();
            BrokerSupport.createTopic(address);
            sendUntilItFails(address);

            assertEquals(data.toString(), witness.awaitDied(BrokerProblem.DISK_FULL).detail());
        }
    }

    @Test
    void aDiskThatIsFullAlreadyIsTold(@TempDir Path data) throws Exception {
        var command = onSmallDisk(data, "4k");

        try (var _ = started(at(data), witness, command)) {
            assertEquals(data.toString(), witness.awaitFailed(BrokerProblem.DISK_FULL).detail());
        }
    }

    /// A disk that only the broker's process sees, and that goes with it.
    private static BrokerCommand onSmallDisk(Path data, String size) throws Exception {
        String mount = "mount -t tmpfs -o size=" + size + " tmpfs '" + data + "'";
        var trial = new ProcessBuilder("unshare", "-rm", "sh", "-c", mount).start();
        assumeTrue(trial.waitFor() == 0, "this system lets nobody mount a small disk");
        return STANDARD.withPrefix("unshare", "-rm", "sh", "-c", mount + " && " + RUN);
    }

    private static void sendUntilItFails(String address) throws Exception {
        var limits =
                Map.<String, Object>of(
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        var record = new ProducerRecord<String, String>("orders", 0, "key", "x".repeat(500_000));
        try (var producer = BrokerSupport.producer(address, limits)) {
            for (int i = 0; i < 100; i++) {
                producer.send(record).get();
            }
        } catch (ExecutionException _) {
            return;
        }
        throw new AssertionError("50 MB fitted");
    }
}
