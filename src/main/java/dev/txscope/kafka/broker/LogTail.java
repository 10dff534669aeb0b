package dev.txscope.kafka.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest lines that a process printed. Any thread may add and read.
final class LogTail {
    static final int LINES = 200;

    private final Deque<String> lines = new ArrayDeque<>(LINES);

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /// Oldest first.
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
