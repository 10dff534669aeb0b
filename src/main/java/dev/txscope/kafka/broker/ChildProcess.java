package dev.txscope.kafka.broker;

import dev.txscope.kafka.Actors;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A broker's process as its parent sees it: what it says, what it logs, and its end.
final class ChildProcess {

    /// What can be heard of the process.
    sealed interface News {
        /// It said a word.
        record Said(ChildWord word) implements News {}

        /// It ended; all that it said and logged was heard before.
        record Gone(int exitValue) implements News {}
    }

    private final Process process;
    private final LogTail tail = new LogTail();
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();

    private ChildProcess(Process process) {
        this.process = process;
    }

    static ChildProcess start(ProcessBuilder command, Actors actors) throws IOException {
        var child = new ChildProcess(command.start());
        var log = actors.start("broker-log", () -> child.read(child.errors(), child.tail::add));
        actors.start("broker-words", () -> child.listen(log));
        return child;
    }

    /// The next piece of news, or null if none comes within the limit.
    @Nullable News next(Duration limit) throws InterruptedException {
        return news.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// As `next`, however long it takes.
    News next() throws InterruptedException {
        return news.take();
    }

    List<String> logTail() {
        return tail.lines();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Asks the process to end, waits, and ends it by force after the limit.
    void end(Duration limit) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has closed its side already.
        }
        if (!process.waitFor(limit)) {
            kill();
        }
    }

    /// Ends the process by force and waits for it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private InputStream errors() {
        return process.getErrorStream();
    }

    private void listen(Thread log) {
        read(process.getInputStream(), this::heard);
        try {
            log.join();
            news.add(new News.Gone(process.waitFor()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String line) {
        var word = ChildWord.parse(line);
        if (word == null) {
            tail.add(line); // The virtual machine prints its own troubles here.
        } else {
            news.add(new News.Said(word));
        }
    }

    private void read(InputStream from, Consumer<String> to) {
        try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.accept(line);
            }
        } catch (IOException _) {
            // The stream of a process that was killed may break instead of end.
        }
    }
}
