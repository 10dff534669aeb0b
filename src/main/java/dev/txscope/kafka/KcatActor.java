package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Failure;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Owns a `kcat` that reads in a group: what it prints is delivered. Each end that nobody asked for
/// is a fact, and a new one is started after a moment, at most every eight seconds.
final class KcatActor implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final MemberActor.Role role;
    private final Source source;
    private final Supplier<ProcessBuilder> command;
    private final FactStream facts;
    private final Actors actors;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<TopicPartition> started = new HashSet<>();
    private final Thread thread;
    private @Nullable Process process;
    private long records;

    KcatActor(
            MemberActor.Role role,
            Supplier<ProcessBuilder> command,
            FactStream facts,
            Actors actors) {
        this.role = role;
        this.command = command;
        this.facts = facts;
        this.actors = actors;
        source = new Source(Source.Kind.CONSUMER, role.id().name());
        thread = actors.start("consumer-" + role.id().name(), this::run);
    }

    private void run() {
        var pause = FIRST_PAUSE;
        try {
            do {
                long before = records;
                live();
                boolean worked = records > before;
                pause = worked ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
            } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// One kcat's life.
    private void live() throws InterruptedException {
        String end;
        started.clear();
        try {
            var mine = spawn();
            if (mine == null) {
                return;
            }
            drain(mine.getErrorStream());
            try (var out = new BufferedInputStream(mine.getInputStream())) {
                read(new KcatOutput(out));
            }
            end = "kcat ended with exit value " + mine.waitFor();
            mine.getOutputStream().close();
        } catch (IOException e) {
            end = Reasons.of(String.valueOf(e.getMessage()));
        }
        if (closing.getCount() > 0) {
            var failure = new Failure("kcat", end, Severity.TRANSIENT);
            saw(new ConsumerFailed(role.id(), failure));
        }
    }

    private synchronized @Nullable Process spawn() throws IOException {
        if (closing.getCount() == 0) {
            return null;
        }
        process = command.get().start();
        return process;
    }

    /// Nobody reads what it complains of; a full pipe would stop it.
    private void drain(InputStream errors) {
        actors.start(
                "kcat-errors",
                () -> {
                    try (errors) {
                        errors.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException _) {
                        // The pipe of a process that was killed may break instead of end.
                    }
                });
    }

    private void read(KcatOutput output) throws IOException {
        for (var next = output.next(); next != null; next = output.next()) {
            var partition = new TopicPartition(role.topic(), next.partition());
            if (started.add(partition)) {
                saw(new ConsumerStarted(role.id(), partition, next.offset()));
            }
            records++;
            var delivered =
                    new RecordDelivered(
                            role.id(), partition, next.offset(), next.content(), records);
            role.sink().accept(delivered);
            saw(delivered);
        }
    }

    private void saw(ConsumerEvent event) {
        facts.saw(source, event);
    }

    /// Asks kcat to end, so that it commits and leaves its group, and kills it after a moment.
    @Override
    public void close() {
        closing.countDown();
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            end(last);
        }
        Closing.join(thread);
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(FAREWELL)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
