package dev.txscope.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.StartBroker;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.SettingsChosen;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Setting.Component;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class KafkaLabIT {

    @Test
    void startIsToldStepByStep() throws InterruptedException {
        try (var it = new RunningLab()) {
            // Then
            assertEquals(
                    List.of("BrokerStarting", "BrokerReady", "TopicReady"),
                    Words.of(it.log.from(0)).subList(0, 3));
            var ready = it.all(BrokerReady.class).getFirst();
            assertTrue(ready.address().startsWith("127.0.0.1:"), ready::toString);
            assertTrue(ready.kafkaVersion().startsWith("4."), ready::toString);
            assertEquals(1, it.all(TopicReady.class).size());
        }
    }

    /// What is shown as the broker's settings is what the running broker says of itself.
    @Test
    void theBrokerRunsWithTheSettingsThatAreTold() throws Exception {
        try (var it = new RunningLab()) {
            var told = it.await(0, SettingsChosen.class::isInstance).event();
            var ready = it.all(BrokerReady.class).getFirst();
            var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
            try (var admin = Admin.create(Map.of("bootstrap.servers", ready.address()))) {
                var running = admin.describeConfigs(List.of(broker)).all().get().get(broker);

                var shown = ((SettingsChosen) told).settings().stream();
                var ours = shown.filter(s -> s.component() == Component.BROKER).toList();
                assertTrue(ours.size() > 10, ours::toString);
                for (var setting : ours) {
                    var entry = running.get(setting.name());
                    assertEquals(setting.value(), entry.value(), setting.name());
                    assertEquals(
                            ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG,
                            entry.source(),
                            setting.name());
                }
            }
        }
    }

    @Test
    void closeLeavesNoThreadNoProcessAndNoFolder() throws InterruptedException {
        // Given
        var threads = threadNames();
        var it = new RunningLab();
        it.begin();
        it.send("order-1", 1);
        it.awaitWords(0, "read_uncommitted got 0 order-1");
        var folder = it.all(BrokerReady.class).getFirst().folder();

        // When
        it.close();

        // Then
        awaitThreads(threads);
        assertEquals(0, ProcessHandle.current().descendants().count());
        assertFalse(Files.exists(Path.of(folder)));
    }

    @Test
    void closeWhileTheBrokerStartsLeavesNothingEither() throws InterruptedException {
        // Given
        var threads = threadNames();
        var log = new EventLog();
        var lab = new KafkaLab(LabOptions.DEFAULT, log);
        log.await(0, e -> e.event() instanceof BrokerStarting, RunningLab.LIMIT);

        // When
        lab.close();

        // Then
        awaitThreads(threads);
        assertEquals(0, ProcessHandle.current().descendants().count());
    }

    /// Threads of the lab and of Kafka's clients: all that is not the machine's own. A thread that
    /// was told to end needs a moment to be gone.
    private static void awaitThreads(Set<String> expected) {
        await().pollInSameThread()
                .atMost(RunningLab.LIMIT)
                .untilAsserted(() -> assertEquals(expected, threadNames()));
    }

    private static Set<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(n -> !n.startsWith("process reaper") && !n.startsWith("Common-Cleaner"))
                .filter(n -> !n.startsWith("ForkJoinPool") && !n.startsWith("Attach Listener"))
                .collect(Collectors.toSet());
    }

    @Test
    void commandThatCannotBeDoneIsRefusedWithAFact() throws InterruptedException {
        // Given
        var log = new EventLog();
        try (var lab = new KafkaLab(LabOptions.DEFAULT, log)) {
            // When
            lab.submit(new BeginTransaction());
            lab.submit(new StartBroker());

            // Then
            var first = log.await(0, e -> e.event() instanceof LabFailed, RunningLab.LIMIT);
            var second =
                    log.await(
                            first.seq() + 1, e -> e.event() instanceof LabFailed, RunningLab.LIMIT);
            assertEquals(
                    List.of(Severity.REFUSED, Severity.REFUSED),
                    List.of(
                            ((LabFailed) first.event()).failure().severity(),
                            ((LabFailed) second.event()).failure().severity()));
        }
    }

    @Test
    void tenThousandRecordsInOneClickAndLargeOnes() throws InterruptedException {
        try (var it = new RunningLab()) {
            // Given
            it.begin();

            // When
            it.send("order-0", 10_000);
            it.send("", 1);
            it.send("x".repeat(1024 * 1024), 3);
            it.commit();
            it.await(0, e -> e instanceof MarkerWritten);
            it.await(0, e -> isLast(e, Isolation.READ_COMMITTED));
            it.await(0, e -> isLast(e, Isolation.READ_UNCOMMITTED));

            // Then
            assertEquals(2 * 10_004, it.all(RecordDelivered.class).size());
            assertEquals(1024 * 1024, it.all(RecordDelivered.class).getLast().content().bytes());
            assertEquals(List.of(), it.all(RecordRejected.class));
            assertEquals(List.of(), it.all(CallFailed.class));
        }
    }

    private static boolean isLast(Object event, Isolation isolation) {
        return event instanceof RecordDelivered d
                && d.consumer().isolation() == isolation
                && d.offset() == 10_003;
    }

    @Test
    void timeoutIsTheCoordinatorsDoing() throws InterruptedException {
        // Given
        var options = LabOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));
        try (var it = new RunningLab(options, RunningLab.LIMIT)) {
            it.begin();

            // When
            it.send("order-1", 1);

            // Then
            it.awaitWords(0, "PrepareAbort epoch 1 [orders-0]");
            it.awaitWords(0, "ABORT marker 1 epoch 1");
            it.awaitWords(0, "read_committed position 0→2");
            it.commit();
            var failed = it.all(CallFailed.class).getFirst();
            assertEquals("InvalidTxnStateException", failed.failure().type());
            assertEquals(Severity.FATAL, failed.failure().severity());
        }
    }
}
