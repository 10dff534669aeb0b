package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells from the exit value and the last lines why a process ended that had no last word.
final class ExitReading {
    /// A process that a signal ended has this plus the signal as its exit value.
    private static final int SIGNALLED = 128;

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    1, "SIGHUP", 2, "SIGINT", 6, "SIGABRT", 9, "SIGKILL", 11, "SIGSEGV", 15,
                    "SIGTERM");

    /// How the virtual machine's own lines about memory begin or read; a log's line begins with its
    /// time.
    private static final List<String> NO_MEMORY =
            List.of(
                    "Could not reserve enough space",
                    "# There is insufficient memory",
                    "Terminating due to java.lang.OutOfMemoryError",
                    "Error: Could not reserve",
                    "Failed to reserve",
                    "Failed to mark memory page",
                    "Unable to allocate",
                    "Cannot create worker GC thread. Out of system resources.",
                    "Could not allocate");

    /// The line after it tells the signal or the fault.
    private static final String CRASHED =
            "# A fatal error has been detected by the Java Runtime Environment:";

    private static final String CRASH = "#  ";

    private ExitReading() {}

    static ChildWord.Failed of(int exitValue, List<String> tail) {
        for (String line : tail) {
            if (NO_MEMORY.stream().anyMatch(line::startsWith)) {
                return new ChildWord.Failed(BrokerProblem.NO_MEMORY, line);
            }
        }
        var crash = crash(tail);
        if (crash.isPresent()) {
            return new ChildWord.Failed(BrokerProblem.CRASHED, crash.get());
        }
        if (exitValue > SIGNALLED) {
            int signal = exitValue - SIGNALLED;
            return new ChildWord.Failed(
                    BrokerProblem.KILLED, SIGNALS.getOrDefault(signal, "signal " + signal));
        }
        return new ChildWord.Failed(
                BrokerProblem.UNKNOWN, tail.isEmpty() ? "exit " + exitValue : tail.getLast());
    }

    /// How the virtual machine itself names its crash.
    private static Optional<String> crash(List<String> tail) {
        return tail.stream()
                .dropWhile(line -> !line.equals(CRASHED))
                .filter(line -> line.startsWith(CRASH))
                .map(line -> line.substring(CRASH.length()))
                .findFirst();
    }

    /// Why there is not even a process.
    static ChildWord.Failed ofStart(IOException thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (message.contains("error=12")) { // ENOMEM, as ProcessBuilder words it
            return new ChildWord.Failed(BrokerProblem.NO_MEMORY, message);
        }
        return thrown instanceof FileSystemException
                ? new ChildWord.Failed(BrokerProblem.FOLDER_NOT_WRITABLE, message)
                : new ChildWord.Failed(BrokerProblem.UNKNOWN, message);
    }
}
