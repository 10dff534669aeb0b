package dev.txscope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process with a window, started with the options of this one.
final class Child implements AutoCloseable {
    private final long start;
    private final Process process;
    private final BufferedReader words;

    private Child(ProcessBuilder command) throws IOException {
        start = System.nanoTime();
        process = command.start();
        words =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// @param how one of the words that [ChildMain] knows
    static Child start(String how) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Child::isForWindows)
                .forEach(words::add);
        // Choices that the person at this machine made are neither used nor changed.
        words.add("-Djava.util.prefs.userRoot=" + System.getProperty("java.io.tmpdir"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(ChildMain.class.getName(), how));
        return new Child(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    /// Where there is a display, the windows of children are shown on it.
    private static boolean isForWindows(String option) {
        boolean headless = option.startsWith("-Dglass.") || option.startsWith("-Dprism.");
        boolean ours = option.startsWith("-Dtxscope.") || option.startsWith("-Dtestfx.");
        return !ours && !(headless && Machine.hasDisplay());
    }

    /// Waits for a line that begins with the word.
    ///
    /// @return what follows the word
    String await(String word) throws IOException {
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
        throw new IOException("The child ended without " + word);
    }

    /// As [#await].
    ///
    /// @return milliseconds from the start of the process to the line
    double millisTo(String word) throws IOException {
        await(word);
        return millis();
    }

    /// Milliseconds since the start of the process.
    double millis() {
        return (System.nanoTime() - start) / 1e6;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Lets it end, and waits for that.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
