package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Owns a consumer that is a member of a group: `subscribe`, `poll`, deliver, `commitSync`.
///
/// What `poll()` returned is delivered, then committed: at least once (T09). When its client ends
/// with an exception a new one takes over.
final class MemberActor implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 500;

    private final ConsumerId id;
    private final String topic;
    private final Source source;
    private final FactStream facts;
    private final java.util.function.Consumer<RecordDelivered> sink;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Set<TopicPartition> started = new HashSet<>();
    private volatile @Nullable Consumer<String, String> consumer;
    private long polls;
    private boolean failing;

    /// Who it is, and where what it is given goes.
    record Role(ConsumerId id, String topic, java.util.function.Consumer<RecordDelivered> sink) {}

    MemberActor(
            Role role,
            Supplier<Consumer<String, String>> factory,
            FactStream facts,
            Actors actors) {
        id = role.id();
        topic = role.topic();
        sink = role.sink();
        source = new Source(Source.Kind.CONSUMER, id.name());
        this.facts = facts;
        thread = actors.start("consumer-" + id.name(), () -> run(factory));
    }

    private void run(Supplier<Consumer<String, String>> factory) {
        try {
            do {
                live(factory);
            } while (!closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One client's life, to its first exception; one outage is one fact.
    private void live(Supplier<Consumer<String, String>> factory) {
        try (var made = new Closer(factory.get())) {
            consumer = made.client();
            made.client().subscribe(List.of(topic));
            while (closing.getCount() > 0) {
                serve(made.client());
            }
        } catch (WakeupException | InterruptException _) {
            // Only close() does either.
        } catch (KafkaException | IllegalStateException e) {
            if (!failing) {
                failing = true;
                saw(new ConsumerFailed(id, Failures.of(e, Severity.TRANSIENT)));
            }
        } finally {
            consumer = null;
            started.clear();
        }
    }

    private void serve(Consumer<String, String> client) {
        var records = client.poll(POLL);
        if (!records.isEmpty()) {
            polls++;
            records.forEach(this::deliver);
            client.commitSync(COMMIT);
            failing = false;
            committed(records);
        }
    }

    private void deliver(ConsumerRecord<String, String> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (started.add(partition)) {
            saw(new ConsumerStarted(id, partition, record.offset()));
        }
        var content = Content.of(record.key(), record.value());
        var delivered = new RecordDelivered(id, partition, record.offset(), content, polls);
        sink.accept(delivered);
        saw(delivered);
    }

    private void committed(ConsumerRecords<String, String> records) {
        records.nextOffsets()
                .forEach(
                        (p, next) ->
                                saw(
                                        new OffsetCommitted(
                                                id,
                                                new TopicPartition(p.topic(), p.partition()),
                                                next.offset())));
    }

    private void saw(ConsumerEvent event) {
        facts.saw(source, event);
    }

    /// Closes a client within a moment, so that it leaves its group and commits nothing more.
    private record Closer(Consumer<String, String> client) implements AutoCloseable {
        @Override
        public void close() {
            client.close(CloseOptions.timeout(FAREWELL));
        }
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
