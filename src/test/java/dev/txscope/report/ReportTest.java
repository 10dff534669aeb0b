package dev.txscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

class ReportTest {
    private static final String SECRET = "Ωrder-4711-value";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    @TempDir Path folder;

    @Test
    void folderIsTheSystemsOwn() {
        var home = Path.of("/home/someone");
        var state = Map.of("XDG_STATE_HOME", "/state", "LOCALAPPDATA", "/local");
        assertEquals(Path.of("/state/txscope"), StateFolder.of("Linux", home, state::get));
        assertEquals(
                home.resolve(".local/state/txscope"), StateFolder.of("Linux", home, _ -> null));
        assertEquals(
                home.resolve(".local/state/txscope"),
                StateFolder.of("Linux", home, _ -> "relative"));
        assertEquals(
                home.resolve("Library/Logs/TxScope"), StateFolder.of("Mac OS X", home, state::get));
        assertEquals(
                Path.of("/local/TxScope/Logs"), StateFolder.of("Windows 11", home, state::get));
    }

    @Test
    void reportSaysWhereAndNotWhat() throws IOException {
        var cause = new NumberFormatException("For input string: " + SECRET);
        var thrown = new IllegalStateException("password=" + SECRET, cause);
        thrown.addSuppressed(new IndexOutOfBoundsException("Index 5 out of bounds for length 3"));

        var report = reports().write(NOON, Thread.currentThread(), thrown);

        var text = Files.readString(report);
        assertFalse(text.contains(SECRET), text);
        assertTrue(text.startsWith("TxScope 1.2.3\n"), text);
        assertTrue(text.contains("java.lang.IllegalStateException\n    at dev.txscope."), text);
        assertTrue(text.contains("Caused by: java.lang.NumberFormatException\n"), text);
        assertTrue(text.contains("IndexOutOfBoundsException: Index 5 out of"), text);
    }

    @Test
    void causesThatGoRoundAreToldOnce() throws IOException {
        var thrown = new IllegalStateException();
        thrown.initCause(new IllegalArgumentException(thrown));
        var text = Files.readString(reports().write(NOON, Thread.currentThread(), thrown));
        assertEquals(2, text.split("Exception\n", -1).length - 1, text);
    }

    @Test
    void newestReportsStay() throws IOException {
        for (int i = 0; i < CrashReports.KEPT + 3; i++) {
            reports().write(NOON.plusSeconds(i / 2), Thread.currentThread(), new Error());
        }
        try (var files = Files.list(folder)) {
            var names = files.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals(CrashReports.KEPT, names.size());
            assertEquals("crash-2026-11-23T120006.123Z.txt", names.getLast());
        }
    }

    @Test
    void folderThatIsAFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var reports = new CrashReports(file, () -> "TxScope");
        assertThrows(
                IOException.class, () -> reports.write(NOON, Thread.currentThread(), new Error()));
        assertThrows(IOException.class, () -> ProgramLog.open(file));
    }

    @Test
    void logIsBoundedAndTellsNoMessageOfAnException() throws IOException {
        var logger = Logger.getLogger("org.apache.kafka.clients.Some");
        var line = "x".repeat(1000);
        try (var _ = ProgramLog.open(folder)) {
            for (int i = 0; i < 3 * ProgramLog.FILE_BYTES / 1000; i++) {
                ProgramLog.tell(line);
            }
            logger.log(Level.WARNING, "A warning", new IllegalStateException(SECRET));
            logger.info("Too much");
        }
        var newest = Files.readString(folder.resolve("txscope-0.0.log"));
        assertTrue(newest.contains("WARNING A warning (org.apache.kafka.clients.Some)"), newest);
        assertTrue(newest.contains("java.lang.IllegalStateException\n    at "), newest);
        assertFalse(newest.contains(SECRET) || newest.contains("Too much"), newest);
        long size = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        assertTrue(
                size <= ProgramLog.FILES * (ProgramLog.FILE_BYTES + 2L * line.length()), "" + size);
    }

    @Test
    void twoLogsAtOnceHaveTheirOwnFiles() throws IOException {
        try (var _ = ProgramLog.open(folder);
                var _ = ProgramLog.open(folder)) {
            ProgramLog.tell("once");
        }
        assertTrue(Files.exists(folder.resolve("txscope-0.0.log")));
        assertTrue(Files.exists(folder.resolve("txscope-1.0.log")));
    }

    private CrashReports reports() {
        return new CrashReports(folder, () -> "TxScope 1.2.3");
    }
}
