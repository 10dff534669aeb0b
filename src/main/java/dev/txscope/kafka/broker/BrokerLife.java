package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;
import dev.txscope.kafka.broker.ChildProcess.News;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.IntConsumer;

/// One broker's process from its start to its end, on the thread that follows it.
final class BrokerLife {

    /// How it ended.
    ///
    /// @param wasReady whether it had answered before
    record End(boolean wasReady, ChildWord.Failed why) {}

    private final ChildProcess child;
    private final Duration startLimit;
    private final IntConsumer onReady;
    private boolean ready;
    private ChildWord.@Nullable Failed lastWord;

    /// @param onReady told the port
    BrokerLife(ChildProcess child, Duration startLimit, IntConsumer onReady) {
        this.child = child;
        this.startLimit = startLimit;
        this.onReady = onReady;
    }

    /// Returns when the process has ended, by itself or since it did not get ready in time.
    End follow() throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            switch (nextSince(start)) {
                case null -> {
                    child.kill();
                    return end(
                            new ChildWord.Failed(
                                    BrokerProblem.TIMED_OUT, startLimit.toSeconds() + " s"));
                }
                case News.Said(ChildWord.Ready(int port)) -> {
                    ready = true;
                    onReady.accept(port);
                }
                case News.Said(ChildWord.Failed word) -> lastWord = word;
                case News.Gone(int exitValue) -> {
                    return end(
                            lastWord != null
                                    ? lastWord
                                    : ExitReading.of(exitValue, child.logTail()));
                }
            }
        }
    }

    private @Nullable News nextSince(long start) throws InterruptedException {
        return ready ? child.next() : child.next(startLimit.minusNanos(System.nanoTime() - start));
    }

    private End end(ChildWord.Failed why) {
        return new End(ready, why);
    }
}
