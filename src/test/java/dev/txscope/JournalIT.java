package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.ProgramFaulted;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.LabOptions;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// What a run with a real broker leaves behind when everything goes wrong in it.
class JournalIT {
    private static final String KEY = "k3y-of-a-person";
    private static final String VALUE = "v4lue-of-a-person";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final EventLog facts = new EventLog();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));

    @TempDir Path folder;

    @Test
    void noRecordIsInTheLogOrInAReport() throws Exception {
        KafkaLogging.quiet();
        try (var journal = new Journal(facts, folder)) {
            journal.begin(actors, null);
            try (var lab = new KafkaLab(LabOptions.DEFAULT, facts)) {
                var delivered = send(lab);
                assertTrue(delivered.toString().contains(VALUE), delivered::toString);
                journal.fault(
                        Thread.currentThread(), new IllegalStateException(delivered.toString()));
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
                await(e -> e.event() instanceof BrokerDied);
                await(e -> e.event() instanceof ProgramFaulted);
                Awaitility.await().atMost(LIMIT).until(() -> left().contains("broker died"));
            }
        }
        String left = left();
        assertTrue(left.contains("IllegalStateException\n    at "), left);
        assertFalse(left.contains(VALUE) || left.contains(KEY), left);
        assertEquals(List.of(), uncaught);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // No signal to send.
    void aCrashOfTheBrokersVirtualMachineLeavesAReport() throws Exception {
        KafkaLogging.quiet();
        try (var journal = new Journal(facts, folder)) {
            journal.begin(actors, null);
            try (var lab = new KafkaLab(LabOptions.DEFAULT, facts)) {
                send(lab);
                for (var broker : ProcessHandle.current().children().toList()) {
                    new ProcessBuilder("kill", "-SEGV", "" + broker.pid()).start().waitFor();
                }
                var died = (BrokerDied) await(e -> e.event() instanceof BrokerDied).event();
                assertEquals(BrokerProblem.CRASHED, died.problem());
                assertTrue(died.detail().startsWith("SIGSEGV"), died::toString);
                Awaitility.await().atMost(LIMIT).until(() -> left().contains("machine crashed,"));
            }
        }
        String left = left();
        assertTrue(left.contains("Problematic frame:"), left);
        assertTrue(left.contains("kafka.server."), left);
        assertFalse(left.contains(VALUE) || left.contains(KEY), left);
        assertEquals(List.of(), uncaught);
    }

    /// Sends the record in a transaction and returns how a consumer has it.
    private Envelope send(KafkaLab lab) throws InterruptedException {
        await(JournalIT::isReady);
        lab.submit(new Command.BeginTransaction());
        lab.submit(new Command.SendRecords(KEY, VALUE, 1));
        return await(e -> e.event() instanceof RecordDelivered);
    }

    /// All files, the log's and the reports'.
    private String left() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                text.append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static boolean isReady(Envelope fact) {
        return fact.event() instanceof CallReturned returned
                && returned.call() instanceof ProducerCall.InitTransactions;
    }

    private Envelope await(Predicate<Envelope> wanted) throws InterruptedException {
        return facts.await(0, wanted, LIMIT);
    }
}
