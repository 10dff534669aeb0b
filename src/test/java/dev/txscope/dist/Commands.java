package dev.txscope.dist;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Commands of the system.
final class Commands {
    private Commands() {}

    /// How a command ended.
    record Ended(int code, String said) {
        Stream<String> lines() {
            return said.lines();
        }
    }

    /// Leaves the test out, and says why, where one of them is not installed.
    static void need(String... commands) {
        for (String command : commands) {
            Assumptions.assumeTrue(has(command), () -> "there is no " + command);
        }
    }

    /// Leaves the test out where no other user can be made.
    static void needRoot() {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "it is not run by root");
    }

    static boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /// Runs it to its end.
    static Ended run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /// Runs one that must succeed, and returns what it said.
    static String run(String... command) throws IOException, InterruptedException {
        var ended = run(Map.of(), List.of(command));
        if (ended.code() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + ended);
        }
        return ended.said().strip();
    }
}
