package dev.txscope.kafka;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TransactionState;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogKey;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Decodes entries of `__transaction_state`. Key and value each begin with a version of two bytes.
final class TransactionLogEntries {
    private TransactionLogEntries() {}

    /// The state that the entry tells, or null for a tombstone or a kind of entry not known.
    static @Nullable TransactionStateChanged decode(Slice.Entry entry) {
        if (entry.key() == null || entry.value() == null) {
            return null;
        }
        var key = new ByteBufferAccessor(entry.key().duplicate());
        short keyVersion = key.readShort();
        if (keyVersion != CoordinatorRecordType.TRANSACTION_LOG.id()) {
            return null;
        }
        var value = new ByteBufferAccessor(entry.value().duplicate());
        short valueVersion = value.readShort();
        return change(
                new TransactionLogKey(key, keyVersion),
                new TransactionLogValue(value, valueVersion));
    }

    private static TransactionStateChanged change(
            TransactionLogKey key, TransactionLogValue value) {
        var state = state(value.transactionStatus());
        // Complete… entries still carry the start, though nothing is open any more.
        boolean open = state == TransactionState.ONGOING || state.isPrepare();
        return new TransactionStateChanged(
                key.transactionalId(),
                state,
                value.producerId(),
                value.producerEpoch(),
                partitions(value),
                open ? Instant.ofEpochMilli(value.transactionStartTimestampMs()) : null,
                Instant.ofEpochMilli(value.transactionLastUpdateTimestampMs()),
                Duration.ofMillis(value.transactionTimeoutMs()));
    }

    private static List<TopicPartition> partitions(TransactionLogValue value) {
        // Null where nothing is open.
        if (value.transactionPartitions() == null) {
            return List.of();
        }
        return value.transactionPartitions().stream()
                .flatMap(t -> t.partitionIds().stream().map(p -> new TopicPartition(t.topic(), p)))
                .toList();
    }

    /// The ids of `org.apache.kafka.coordinator.transaction.TransactionState`.
    private static TransactionState state(byte id) {
        return switch (id) {
            case 0 -> TransactionState.EMPTY;
            case 1 -> TransactionState.ONGOING;
            case 2 -> TransactionState.PREPARE_COMMIT;
            case 3 -> TransactionState.PREPARE_ABORT;
            case 4 -> TransactionState.COMPLETE_COMMIT;
            case 5 -> TransactionState.COMPLETE_ABORT;
            case 6 -> TransactionState.DEAD;
            case 7 -> TransactionState.PREPARE_EPOCH_FENCE;
            default -> throw new KafkaException("Unknown transaction state " + id);
        };
    }
}
