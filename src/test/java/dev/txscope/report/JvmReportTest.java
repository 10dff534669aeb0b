package dev.txscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// With the report of a virtual machine that did crash.
class JvmReportTest {
    private static final String VALUE = "Order-4711-value";
    private static final String PASSWORD = "pass-4711";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /// How the virtual machine prints bytes, one to a line, and words of the stack.
    private static final Pattern MEMORY =
            Pattern.compile("(?m)^ -\\s+\\d+: [0-9a-f]+ .*|^0x[0-9a-f]+:   [0-9a-f]+ .*");

    @TempDir static Path ofAll;

    private static String whole;

    @TempDir Path folder;
    @TempDir Path other;

    private CrashReports reports;

    @BeforeAll
    static void crash() throws Exception {
        Path file = ofAll.resolve("raw.log");
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ErrorFile=" + file,
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dssl.key.password=" + PASSWORD,
                        "-cp",
                        Path.of(
                                        Crasher.class
                                                .getProtectionDomain()
                                                .getCodeSource()
                                                .getLocation()
                                                .toURI())
                                .toString(),
                        Crasher.class.getName(),
                        VALUE);
        Path said = ofAll.resolve("said.txt");
        var process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertNotEquals(0, process.waitFor());
        assertTrue(Files.exists(file), Files.readString(said));
        whole = Files.readString(file);
    }

    @BeforeEach
    void open() {
        reports = new CrashReports(folder, () -> "TxScope 1.2.3");
    }

    @Test
    void tellsWhereAndOnWhatAndNotWhatMemoryHeld() throws IOException {
        assertTrue(whole.contains(VALUE) && whole.contains(PASSWORD), whole);
        assertTrue(MEMORY.matcher(whole).find(), whole);
        // Arguments, like records, may have lines that look like a heading.
        leave(
                other,
                "hs_err_pid4711.log",
                whole.replace(VALUE, VALUE + "\n# " + VALUE + "\nHeap: " + VALUE));

        var report = Files.readString(reports.takeFrom(other).getFirst());

        assertFalse(report.contains(VALUE) || report.contains(PASSWORD), report);
        assertFalse(MEMORY.matcher(report).find(), report);
        assertTrue(report.startsWith("TxScope 1.2.3\n"), report);
        for (String kept :
                List.of(
                        "\n# Problematic frame:\n",
                        "\nCurrent thread (",
                        "\nNative frames:",
                        " dev.txscope.report.Crasher.",
                        "\nHeap:\n",
                        "libjvm",
                        "\nMemory: ")) {
            assertTrue(report.contains(kept), report);
        }
        assertEquals(List.of("crash-2026-11-23T120000.000Z.txt"), names(folder));
        assertEquals(List.of(), names(other));
    }

    @Test
    void takesItsOwnFoldersAndANodesToo() throws IOException {
        leave(folder, "jvm-error-4711.log", whole);
        leave(folder, "node-1-jvm-error.log", whole);
        assertEquals(2, reports.takeFrom(folder).size());
        assertEquals(2, names(folder).size());
        assertEquals(List.of(), reports.takeFrom(folder));
    }

    @Test
    void whatIsNotOursOrNotCompleteStays() throws IOException {
        String name = Crasher.class.getName();
        leave(other, "hs_err_pid1.log", whole.replace(name, "org.example.Other"));
        leave(other, "hs_err_pid2.log", whole.substring(0, whole.length() - 10));
        leave(other, "hs_err_pid3.log", "");
        leave(other, "another.log", whole);
        Files.createDirectory(other.resolve("hs_err_pid4.log"));
        assertEquals(List.of(), reports.takeFrom(other));
        assertEquals(5, names(other).size());
        assertEquals(List.of(), reports.takeFrom(other.resolve("missing")));
    }

    @Test
    void losesWhatMemoryHeldWhereNoReportCanBeMade() throws IOException {
        var names = List.of("hs_err_pid1.log", "hs_err_pid2.log");
        for (String name : names) {
            leave(other, name, whole);
        }
        Path file = Files.writeString(folder.resolve("file"), "");
        var refused = new CrashReports(file, () -> "TxScope 1.2.3");
        assertThrows(IOException.class, () -> refused.takeFrom(other));
        assertEquals(names, names(other));
        for (String name : names) {
            String left = Files.readString(other.resolve(name));
            assertTrue(left.contains("\n# Problematic frame:\n"), left);
            assertFalse(left.contains(VALUE) || left.contains(PASSWORD), left);
        }
    }

    private static void leave(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(NOON));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
