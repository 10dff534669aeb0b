package dev.txscope.kafka;

import dev.txscope.event.Outcome;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Looks up how a transaction ended as its readers learn it: a `read_committed` consumer is given
/// the record, or passes it by. That needs no more rights than the services have anyway.
///
/// @param consumers make consumers without a group, without a reset of offsets
record RecordEnd(Supplier<Consumer<String, String>> consumers) {
    private static final Duration STEP = Duration.ofMillis(200);

    /// Waits for it on the thread that asks.
    ///
    /// @param place of a record of that transaction
    /// @return null if it did not become known in time
    @Nullable Outcome of(ProducerCalls.Place place, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        var partition =
                new TopicPartition(place.partition().topic(), place.partition().partition());
        try (var made = new Closer(consumers.get())) {
            made.client().assign(List.of(partition));
            made.client().seek(partition, place.offset());
            Outcome end = null;
            while (end == null && System.nanoTime() < deadline) {
                end = read(made.client(), partition, place.offset());
            }
            return end;
        } catch (KafkaException _) {
            return null; // The broker is away, or we are: it stays unknown, which is said.
        }
    }

    private static @Nullable Outcome read(
            Consumer<String, String> client, TopicPartition partition, long offset) {
        for (var record : client.poll(STEP).records(partition)) {
            return record.offset() == offset ? Outcome.COMMIT : Outcome.ABORT;
        }
        return client.position(partition, STEP) > offset ? Outcome.ABORT : null;
    }

    /// Nothing has to be told to anybody at its end.
    private record Closer(Consumer<String, String> client) implements AutoCloseable {
        @Override
        public void close() {
            client.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
