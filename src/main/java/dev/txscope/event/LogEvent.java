package dev.txscope.event;

import java.time.Instant;
import java.util.List;

/// What a partition's log holds, as a fetch at protocol level shows it.
public sealed interface LogEvent extends TxEvent {
    TopicPartition partition();

    /// A batch of records got its place in the log.
    ///
    /// @param producerId -1 where the producer is not idempotent
    /// @param writtenAt the batch's own timestamp
    record BatchAppended(
            TopicPartition partition,
            long producerId,
            int producerEpoch,
            boolean transactional,
            Instant writtenAt,
            List<LoggedRecord> records)
            implements LogEvent {

        public BatchAppended {
            records = List.copyOf(records);
        }

        public long baseOffset() {
            return records.getFirst().offset();
        }

        public long lastOffset() {
            return records.getLast().offset();
        }
    }

    /// A record in its batch.
    record LoggedRecord(long offset, Content content) {}

    /// A control batch: it takes one offset and is never delivered.
    ///
    /// @param producerEpoch with `transaction.version` 2 one more than its records' (KIP-890)
    record MarkerWritten(
            TopicPartition partition,
            long offset,
            long producerId,
            int producerEpoch,
            Outcome outcome,
            int coordinatorEpoch,
            Instant writtenAt)
            implements LogEvent {}

    /// `read_uncommitted` reads stop here.
    record HighWatermarkMoved(TopicPartition partition, long from, long to) implements LogEvent {}

    /// `read_committed` reads stop here: the first offset of the oldest open transaction.
    record LastStableOffsetMoved(TopicPartition partition, long from, long to)
            implements LogEvent {}

    /// A `read_committed` fetch told its client of an aborted transaction to drop.
    record AbortedTransactionListed(TopicPartition partition, long producerId, long firstOffset)
            implements LogEvent {}
}
