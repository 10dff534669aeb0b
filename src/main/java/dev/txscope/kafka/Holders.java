package dev.txscope.kafka;

import dev.txscope.command.ClusterFinding.Holder;
import dev.txscope.command.ClusterFinding.LastStableOffsetHeld;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Finds out whose open transaction holds a partition's last stable offset.
final class Holders {
    private final Admin admin;

    Holders(Admin admin) {
        this.admin = admin;
    }

    /// Nothing if the transaction has ended meanwhile.
    List<LastStableOffsetHeld> of(TopicPartition partition, long stable, long high)
            throws InterruptedException {
        var producers =
                Answered.get(
                        admin.describeProducers(List.of(partition)).partitionResult(partition));
        for (var producer : producers.activeProducers()) {
            if (producer.currentTransactionStartOffset().orElse(-1) == stable) {
                var holder = holder(producer);
                return List.of(
                        new LastStableOffsetHeld(partition.toString(), stable, high, holder));
            }
        }
        return List.of();
    }

    private Holder holder(ProducerState producer) throws InterruptedException {
        var ids = Set.of(producer.producerId());
        var options = new ListTransactionsOptions().filterProducerIds(ids);
        for (var listed : Answered.get(admin.listTransactions(options).all())) {
            var described = describe(listed.transactionalId());
            if (described != null && described.transactionStartTimeMs().isPresent()) {
                return new Holder(
                        producer.producerId(),
                        listed.transactionalId(),
                        Instant.ofEpochMilli(described.transactionStartTimeMs().getAsLong()),
                        Duration.ofMillis(described.transactionTimeoutMs()));
            }
        }
        // Its coordinator has nothing open: the transaction hangs (KIP-664).
        return new Holder(
                producer.producerId(),
                null,
                Instant.ofEpochMilli(producer.lastTimestamp()),
                Duration.ZERO);
    }

    private @Nullable TransactionDescription describe(String transactionalId)
            throws InterruptedException {
        try {
            var asked = admin.describeTransactions(List.of(transactionalId));
            return Answered.get(asked.description(transactionalId));
        } catch (TransactionalIdNotFoundException _) {
            return null;
        }
    }
}
