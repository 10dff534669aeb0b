package dev.txscope.bench;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The shortest loop that reads a partition with a `KafkaConsumer`: what nobody can be quicker
/// than.
final class BareReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(30);

    private final KafkaConsumer<String, String> consumer;
    private final Map<Long, Long> nanos;
    private final Runnable onRecord;
    private final Thread thread;

    /// It reads what comes from now on.
    ///
    /// @param config of the consumer
    /// @param nanos takes when `poll()` had returned a record, by its offset, in
    ///   `System.nanoTime()`
    /// @param onRecord called for each record, on the reader's thread
    BareReader(
            String name,
            Map<String, Object> config,
            TopicPartition from,
            Map<Long, Long> nanos,
            Runnable onRecord) {
        this.nanos = nanos;
        this.onRecord = onRecord;
        var strings = new StringDeserializer();
        consumer = new KafkaConsumer<>(config, strings, strings);
        consumer.assign(List.of(from));
        consumer.seekToEnd(List.of(from));
        consumer.position(from);
        thread = Thread.ofPlatform().daemon().name("bare-" + name).start(this::read);
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(POLL)) {
                    nanos.put(record.offset(), System.nanoTime());
                    onRecord.run();
                }
            }
        } catch (WakeupException _) {
            // The end.
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
