package dev.txscope;

import dev.txscope.cli.Version;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.FolderRefused;
import dev.txscope.event.Source;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.report.CrashReports;
import dev.txscope.report.NewFaults;
import dev.txscope.report.ProgramLog;
import dev.txscope.report.StateFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// What a run leaves in the user's state folder: its log, which follows the broker's life, and a
/// report of each fault. What cannot be written is a fact, told once.
final class Journal implements AutoCloseable {
    private final EventLog facts;
    private final Path folder;
    private final CrashReports reports;
    private final NewFaults faults = new NewFaults();
    private final List<Path> elsewhere;
    private @Nullable ProgramLog log;
    private volatile boolean closed;

    /// @param elsewhere where a virtual machine writes of its crash that cannot write to the folder
    Journal(EventLog facts, Path folder, Path... elsewhere) {
        this.facts = facts;
        this.folder = folder;
        this.elsewhere = List.of(elsewhere);
        reports = new CrashReports(folder, Journal::program);
    }

    /// In the folder that the system has for it.
    static Journal ofUser(EventLog facts) {
        return new Journal(
                facts,
                StateFolder.ours(),
                Path.of(System.getProperty("user.dir")),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Makes reports of what virtual machines that are gone have left wherever they write.
    ///
    /// @throws IOException if the state folder cannot be made or written
    static List<Path> takeCrashesOfUser() throws IOException {
        return ofUser(new EventLog()).takeCrashes();
    }

    /// Kafka's classes are not wanted before the window is there.
    private static String program() {
        return "TxScope " + Version.own() + ", Kafka " + KafkaLab.kafkaVersion();
    }

    /// Takes every fault that no thread of the program catches itself.
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler(this::fault);
    }

    /// Begins the log and looks whether choices can be kept, on a thread of its own.
    void begin(Actors actors, @Nullable Preferences choices) {
        actors.start("journal", () -> write(choices));
    }

    private void write(@Nullable Preferences choices) {
        try {
            open();
            takeCrashes().forEach(Journal::tellOfCrash);
        } catch (IOException e) {
            saw(new FolderRefused(FolderRefused.Purpose.LOGS, folder.toString(), e.toString()));
        }
        if (choices != null) {
            check(choices);
        }
        follow();
    }

    private synchronized void open() throws IOException {
        if (!closed) {
            log = ProgramLog.open(folder);
            ProgramLog.tell(program() + ", Java " + Runtime.version() + " begins");
        }
    }

    private List<Path> takeCrashes() throws IOException {
        var made = new ArrayList<>(reports.takeFrom(folder));
        for (Path other : elsewhere) {
            made.addAll(reports.takeFrom(other));
        }
        return made;
    }

    private static void tellOfCrash(Path report) {
        ProgramLog.tell("a virtual machine crashed, report " + report);
    }

    private void check(Preferences choices) {
        try {
            choices.flush();
        } catch (BackingStoreException e) {
            var root =
                    System.getProperty("java.util.prefs.userRoot", System.getProperty("user.home"));
            saw(new FolderRefused(FolderRefused.Purpose.CHOICES, root, e.toString()));
        }
    }

    private void follow() {
        long next = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                facts.awaitMoreThan(next);
                for (var fact : facts.from(next)) {
                    next = fact.seq() + 1;
                    if (fact.event() instanceof SessionEvent event) {
                        tell(event);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Only what holds no record.
    private void tell(SessionEvent event) {
        switch (event) {
            case SessionEvent.BrokerReady r -> ProgramLog.tell("broker ready after " + r.took());
            case SessionEvent.BrokerFailed f -> {
                ended("broker failed: " + f.problem(), f.detail(), f.logTail());
                takeBrokersCrash(f.folder());
            }
            case SessionEvent.BrokerDied d -> {
                ended("broker died: " + d.problem(), d.detail(), d.logTail());
                takeBrokersCrash(d.folder());
            }
            case SessionEvent.LabFailed(var where, var why) ->
                    ProgramLog.tell(where + " failed: " + why.type());
            case SessionEvent.ServiceFailed(var name, _, var why) ->
                    ProgramLog.tell(name + " failed: " + why.type());
            case SessionEvent.ProgramFaulted(var thread, var fault, var report) ->
                    ProgramLog.tell(fault + " in " + thread + ", report " + report);
            case FolderRefused r -> ProgramLog.tell(r.folder() + " cannot be written: " + r.why());
            case SessionEvent.ViewRefused(var request, var why) ->
                    ProgramLog.tell(request + " refused: " + why.type());
            case SessionEvent.ClockStepped(var by) -> ProgramLog.tell("clock set by " + by);
            case SessionEvent.BrokerStarting _,
                    SessionEvent.TopicReady _,
                    SessionEvent.SettingsChosen _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceStopped _ -> {}
        }
    }

    /// Its virtual machine writes where its data is.
    private void takeBrokersCrash(String from) {
        try {
            if (!from.isEmpty()) {
                reports.takeFrom(Path.of(from)).forEach(Journal::tellOfCrash);
            }
        } catch (IOException e) {
            ProgramLog.tell("no report of a crash in " + from + ": " + e);
        }
    }

    private static void ended(String what, String detail, List<String> tail) {
        ProgramLog.tell(what + " " + detail + "\n" + String.join("\n", tail));
    }

    /// Writes a report and tells where it is, once for each fault; any thread. What fails because
    /// the program ends is none.
    void fault(Thread thread, Throwable thrown) {
        if (closed || isShutDown() || !faults.add(thrown)) {
            return;
        }
        String report = "";
        try {
            report = reports.write(Instant.now(), thread, thrown).toString();
        } catch (IOException e) {
            System.err.println("txscope: " + thrown.getClass().getName() + "; no report: " + e);
        }
        saw(
                new SessionEvent.ProgramFaulted(
                        thread.getName(), thrown.getClass().getSimpleName(), report));
    }

    /// Whether a signal or the last window ends the process; the JDK tells it in no other way.
    private static boolean isShutDown() {
        Thread hook = new Actors().unstarted("hook", () -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private void saw(SessionEvent event) {
        facts.append(
                facts.observe(
                        new Source(Source.Kind.SESSION, "txscope"), Evidence.OBSERVED, event));
    }

    /// Ends the log; its files stay.
    @Override
    public synchronized void close() {
        closed = true;
        if (log != null) {
            ProgramLog.tell("ends");
            log.close();
            log = null;
        }
    }
}
