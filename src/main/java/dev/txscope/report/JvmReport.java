package dev.txscope.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may be kept of the virtual machine's own report of its crash (`hs_err`): what happened, in
/// which thread and frames, and on what machine. It also prints what registers and the stack point
/// to, the messages of exceptions, arguments and environment: a record or a password may be there.
final class JvmReport {
    private static final String OURS = " dev.txscope.";
    private static final String END = "END.";
    private static final String LIBRARIES = "Dynamic libraries:";

    /// How a section that is kept begins, after an empty line; it goes on to the next one, as the
    /// heading does that is before them all. What is not named here is left out, so that what a
    /// later Java adds is left out too.
    private static final List<String> KEPT =
            List.of(
                    "Host:",
                    "Time:",
                    "Current thread",
                    "Stack:",
                    "Java frames:",
                    "siginfo:",
                    "Java Threads:",
                    "VM state:",
                    "Heap:",
                    "libc:",
                    "Memory:",
                    "vm_info:");

    /// On Linux a library has a line for each of its parts, on macOS and Windows one.
    private static final Pattern LIBRARY =
            Pattern.compile("[^/\\\\]*(?<file>\\S.*\\.(?:so|so\\.[.0-9]+|dylib|dll))");

    private JvmReport() {}

    /// The report without contents, or nothing if it is not of this program or not complete.
    static Optional<String> withoutContents(String report) {
        List<String> lines = report.lines().toList();
        boolean isOurs =
                lines.stream()
                        .anyMatch(line -> line.startsWith("Command Line:") && line.contains(OURS));
        return isOurs && lines.getLast().equals(END)
                ? Optional.of(kept(lines) + libraries(lines))
                : Optional.empty();
    }

    private static String kept(List<String> lines) {
        var text = new StringBuilder();
        boolean isKept = true;
        boolean begins = false;
        for (String line : lines) {
            if (begins) {
                isKept = KEPT.stream().anyMatch(line::startsWith);
            }
            if (isKept) {
                text.append(line).append('\n');
            }
            begins = line.isEmpty();
        }
        return text.toString();
    }

    private static String libraries(List<String> lines) {
        var text = new StringBuilder(LIBRARIES + "\n");
        var told = new HashSet<String>();
        lines.stream()
                .dropWhile(line -> !line.equals(LIBRARIES))
                .takeWhile(line -> !line.isEmpty())
                .map(LIBRARY::matcher)
                .filter(matcher -> matcher.matches() && told.add(matcher.group("file")))
                .forEach(matcher -> text.append(matcher.group()).append('\n'));
        return text.toString();
    }
}
