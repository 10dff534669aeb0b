package dev.txscope.kafka;

import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.Source;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps a probe at a partition's end: its thread, its connection, and a new one after it broke.
///
/// An outage is one [LabFailed], however long it lasts.
final class LogFollower implements AutoCloseable {
    private static final long RETRY_MILLIS = 100;

    /// What looks at the log: fetches the next piece and reports what is in it.
    interface Reader {
        /// Does a fetch, or a few, on the follower's thread.
        void read(PartitionFetcher fetcher) throws IOException;
    }

    private final Supplier<PartitionFetcher> connections;
    private final Reader reader;
    private final FactStream facts;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable PartitionFetcher current;
    private boolean outage;

    LogFollower(
            String role,
            Supplier<PartitionFetcher> connections,
            Reader reader,
            FactStream facts,
            Actors actors) {
        this.connections = connections;
        this.reader = reader;
        this.facts = facts;
        this.thread = actors.start(role, this::run);
    }

    private void run() {
        try {
            do {
                follow();
            } while (!closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (var fetcher = connections.get()) {
            current = fetcher;
            while (closing.getCount() > 0) {
                reader.read(fetcher);
                outage = false;
            }
        } catch (IOException | KafkaException e) {
            if (closing.getCount() > 0 && !outage) {
                outage = true;
                report(e);
            }
        }
    }

    private void report(Exception cause) {
        String role = Thread.currentThread().getName();
        facts.saw(
                new Source(Source.Kind.SESSION, role),
                new LabFailed(role, Failures.of(cause, Failure.Severity.TRANSIENT)));
    }

    @Override
    public void close() {
        closing.countDown();
        var fetcher = current;
        if (fetcher != null) {
            fetcher.stop();
        }
        Closing.join(thread);
    }
}
