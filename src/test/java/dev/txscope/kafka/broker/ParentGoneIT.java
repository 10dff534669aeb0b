package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The broker ends when the program has gone, however the program went.
class ParentGoneIT {
    private static final long LIMIT_SECONDS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"ready", "starting"})
    void aBrokerWhoseParentWasKilledEndsAndTakesItsFolderAlong(String when) throws Exception {
        var parent = parent(when);
        try (var said = parent.inputReader()) {
            String[] words = said.readLine().split(" ", 2);
            var broker = ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
            Path folder = Path.of(words[1]);
            assertTrue(Files.exists(folder));

            parent.destroyForcibly();

            broker.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertFalse(Files.exists(folder), () -> "left behind: " + list(folder));
        }
    }

    @Test
    void aProgramThatExitsLeavesNoBrokerAndNoFolder() throws Exception {
        var parent = parent("ready", "exit");
        try (var said = parent.inputReader()) {
            String[] words = said.readLine().split(" ", 2);
            parent.waitFor();

            assertFalse(ProcessHandle.of(Long.parseLong(words[0])).isPresent());
            assertFalse(Files.exists(Path.of(words[1])));
        }
    }

    private static Process parent(String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ParentForTest.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String list(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
