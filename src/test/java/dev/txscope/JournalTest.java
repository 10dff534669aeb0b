package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.BrokerProblem;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.FolderRefused;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.ProgramFaulted;
import dev.txscope.event.Source;
import dev.txscope.event.TxEvent;
import dev.txscope.kafka.Actors;
import dev.txscope.report.NewFaults;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

class JournalTest {
    private static final String VALUE = "a-record’s-value";

    private final EventLog facts = new EventLog();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));
    private final Thread.UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();

    @TempDir Path folder;

    @AfterEach
    void nothingWasThrown() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertEquals(List.of(), uncaught);
    }

    @Test
    void faultOfAnyThreadIsAFactWithAReport() throws Exception {
        try (var journal = new Journal(facts, folder)) {
            journal.watch();
            Thread.ofPlatform()
                    .name("some-thread")
                    .start(
                            () -> {
                                throw new IllegalStateException(VALUE);
                            })
                    .join();
            var faulted = (ProgramFaulted) await(ProgramFaulted.class);
            assertEquals("some-thread", faulted.thread());
            assertEquals("IllegalStateException", faulted.fault());
            var report = Files.readString(Path.of(faulted.report()));
            assertTrue(report.contains("Thread some-thread\n"), report);
            assertFalse(report.contains(VALUE), report);
        }
    }

    @Test
    void faultThatComesWithEveryFrameIsToldOnceAndNoneAfterTheEnd() throws Exception {
        var journal = new Journal(facts, folder);
        for (int i = 0; i < 100; i++) {
            journal.fault(Thread.currentThread(), new IllegalStateException(VALUE + i));
        }
        journal.close();
        journal.fault(Thread.currentThread(), new IllegalArgumentException());
        assertEquals(1, facts.from(0).size());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void faultsOfOneRunAreFew() {
        try (var journal = new Journal(facts, folder)) {
            for (int i = 0; i < 2 * NewFaults.MOST; i++) {
                // The virtual machine's own message differs: faults of their own.
                journal.fault(Thread.currentThread(), new IndexOutOfBoundsException("Index " + i));
            }
            assertEquals(NewFaults.MOST, facts.from(0).size());
        }
    }

    @Test
    void actorsOwnHandlerIsNotTheLastToHear() throws Exception {
        try (var journal = new Journal(facts, folder)) {
            journal.watch();
            var seen = new CopyOnWriteArrayList<Throwable>();
            var thrown = new IllegalStateException(VALUE);
            new Actors((_, e) -> seen.add(e))
                    .start(
                            "probe",
                            () -> {
                                throw thrown;
                            })
                    .join();
            assertEquals(List.of(thrown), seen);
            assertEquals("probe", ((ProgramFaulted) await(ProgramFaulted.class)).thread());
        }
    }

    @Test
    void logFollowsTheBrokersLifeAndHoldsNoMessageOfAFailure() throws Exception {
        try (var journal = new Journal(facts, folder)) {
            journal.begin(actors, null);
            saw(
                    new LabFailed(
                            "probe", new Failure("SomeException", VALUE, Failure.Severity.FATAL)));
            saw(new BrokerDied(BrokerProblem.KILLED, "137", List.of("its last line"), ""));
            Path log = folder.resolve("txscope-0.0.log");
            Awaitility.await()
                    .until(() -> Files.exists(log) && Files.readString(log).contains("last line"));
            var text = Files.readString(log);
            assertTrue(text.contains("probe failed: SomeException"), text);
            assertTrue(text.contains("broker died: KILLED 137\nits last line"), text);
            assertFalse(text.contains(VALUE), text);
        }
    }

    @Test
    void crashesOfVirtualMachinesAreReported(@TempDir Path elsewhere, @TempDir Path ofBroker)
            throws Exception {
        String crash = "# SIGSEGV\n\nCommand Line: dev.txscope.Launcher " + VALUE + "\n\nEND.\n";
        var left =
                List.of(
                        folder.resolve("jvm-error-1.log"),
                        elsewhere.resolve("hs_err_pid2.log"),
                        ofBroker.resolve("node-1-jvm-error.log"));
        for (Path file : left) {
            Files.writeString(file, crash);
        }
        try (var journal = new Journal(facts, folder, elsewhere)) {
            journal.begin(actors, null);
            saw(new BrokerFailed(BrokerProblem.CRASHED, "SIGSEGV", List.of(), ofBroker.toString()));
            Awaitility.await().until(() -> left.stream().noneMatch(Files::exists));
        }
        int reports = 0;
        try (var files = Files.newDirectoryStream(folder, "crash-*.txt")) {
            for (Path report : files) {
                String text = Files.readString(report);
                assertTrue(text.contains("# SIGSEGV\n"), text);
                assertFalse(text.contains(VALUE), text);
                reports++;
            }
        }
        assertEquals(left.size(), reports);
    }

    @Test
    void folderThatCannotBeWrittenIsToldOnceAndFaultsAreStillFacts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (var journal = new Journal(facts, file)) {
            journal.begin(actors, null);
            var refused = (FolderRefused) await(FolderRefused.class);
            assertEquals(FolderRefused.Purpose.LOGS, refused.purpose());
            assertEquals(file.toString(), refused.folder());
            journal.fault(Thread.currentThread(), new IllegalStateException());
            assertEquals("", ((ProgramFaulted) await(ProgramFaulted.class)).report());
            assertEquals(1, facts.from(0).stream().filter(is(FolderRefused.class)).count());
        }
    }

    private void saw(TxEvent event) {
        var source = new Source(Source.Kind.SESSION, "test");
        facts.append(facts.observe(source, Evidence.OBSERVED, event));
    }

    private TxEvent await(Class<? extends TxEvent> wanted) throws InterruptedException {
        return facts.await(0, is(wanted), Duration.ofSeconds(60)).event();
    }

    private static Predicate<Envelope> is(Class<? extends TxEvent> wanted) {
        return fact -> wanted.isInstance(fact.event());
    }
}
