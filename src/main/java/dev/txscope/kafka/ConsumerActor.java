package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Owns one `KafkaConsumer` and the only thread that may touch it, but for `wakeup()`.
///
/// It reads one partition from its beginning, without a group: every lab's panes start empty. What
/// `poll()` returns is delivered, nothing else. When the broker is gone the client waits for it.
final class ConsumerActor implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final long RETRY_MILLIS = 500;

    private final ConsumerId id;
    private final Source source;
    private final TopicPartition partition;
    private final org.apache.kafka.common.TopicPartition assigned;
    private final FactStream facts;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<String, String> consumer;
    private long position = -1;
    private long polls;
    private boolean failing;

    ConsumerActor(
            ConsumerId id,
            TopicPartition partition,
            Supplier<Consumer<String, String>> factory,
            FactStream facts,
            Actors actors) {
        this.id = id;
        this.source = new Source(Source.Kind.CONSUMER, id.name());
        this.partition = partition;
        this.assigned =
                new org.apache.kafka.common.TopicPartition(
                        partition.topic(), partition.partition());
        this.facts = facts;
        this.thread = actors.start("consumer-" + id.name(), () -> run(factory));
    }

    private void run(Supplier<Consumer<String, String>> factory) {
        try {
            var made = factory.get();
            consumer = made;
            run(made);
            made.close(CloseOptions.timeout(Duration.ZERO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            saw(new ConsumerFailed(id, Failures.of(e, Severity.FATAL)));
        }
    }

    private void run(Consumer<String, String> consumer) throws InterruptedException {
        consumer.assign(List.of(assigned));
        consumer.seekToBeginning(List.of(assigned));
        do {
            deliver(consumer);
        } while (!closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
    }

    /// Polls until an exception; one outage is one fact, however often the client throws.
    private void deliver(Consumer<String, String> consumer) {
        try {
            while (closing.getCount() > 0) {
                start(consumer);
                poll(consumer);
                failing = false;
            }
        } catch (WakeupException _) {
            // Only close() wakes it up.
        } catch (KafkaException | IllegalStateException e) {
            if (!failing) {
                failing = true;
                saw(new ConsumerFailed(id, Failures.of(e, Severity.TRANSIENT)));
            }
        }
    }

    private void start(Consumer<String, String> consumer) {
        if (position < 0) {
            position = consumer.position(assigned);
            saw(new ConsumerStarted(id, partition, position));
        }
    }

    private void poll(Consumer<String, String> consumer) {
        var records = consumer.poll(POLL);
        polls += records.isEmpty() ? 0 : 1;
        for (var record : records) {
            saw(
                    new RecordDelivered(
                            id,
                            partition,
                            record.offset(),
                            Content.of(record.key(), record.value()),
                            polls));
        }
        long now = consumer.position(assigned);
        if (now != position) {
            saw(new PositionMoved(id, partition, position, now));
            position = now;
        }
    }

    private void saw(ConsumerEvent event) {
        facts.saw(source, event);
    }

    @Override
    public void close() {
        closing.countDown();
        var running = consumer;
        if (running != null) {
            running.wakeup();
        }
        Closing.join(thread);
    }
}
