package dev.txscope.event;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the transaction coordinator wrote into its own log.
public sealed interface CoordinatorEvent extends TxEvent {

    /// One entry of `__transaction_state`, decoded (KIP-98, KIP-890).
    ///
    /// @param startedAt when the coordinator began to count the timeout; null while nothing is open
    /// @param writtenAt the coordinator's own timestamp of this entry, in milliseconds
    /// @param timeout `transaction.timeout.ms` as the coordinator has it
    record TransactionStateChanged(
            String transactionalId,
            TransactionState state,
            long producerId,
            int epoch,
            List<TopicPartition> partitions,
            @Nullable Instant startedAt,
            Instant writtenAt,
            Duration timeout)
            implements CoordinatorEvent {

        public TransactionStateChanged {
            partitions = List.copyOf(partitions);
        }
    }
}
