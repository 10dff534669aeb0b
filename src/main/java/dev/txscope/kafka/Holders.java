package dev.txscope.kafka;

import dev.txscope.command.ClusterFinding.Holder;
import dev.txscope.command.ClusterFinding.LastStableOffsetHeld;
import dev.txscope.command.ClusterFinding.NotShown;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds out whose open transaction holds a partition's last stable offset.
final class Holders {
    private final Admin admin;
    private final Map<String, String> refused = new LinkedHashMap<>();

    Holders(Admin admin) {
        this.admin = admin;
    }

    /// What was refused so far, each thing once.
    List<NotShown> notShown() {
        return refused.entrySet().stream()
                .map(e -> new NotShown(e.getKey(), e.getValue()))
                .toList();
    }

    /// Nothing if the transaction has ended meanwhile; without its owner where the cluster does not
    /// show it.
    List<LastStableOffsetHeld> of(TopicPartition partition, long stable, long high)
            throws InterruptedException {
        try {
            var described = admin.describeProducers(List.of(partition)).partitionResult(partition);
            for (var producer : Answered.get(described).activeProducers()) {
                if (producer.currentTransactionStartOffset().orElse(-1) == stable) {
                    return List.of(held(partition, stable, high, holder(producer)));
                }
            }
            return List.of();
        } catch (AuthorizationException e) {
            refused.putIfAbsent("DescribeProducers", ClusterCheckup.reason(e));
            return List.of(held(partition, stable, high, null));
        }
    }

    private static LastStableOffsetHeld held(
            TopicPartition partition, long stable, long high, @Nullable Holder holder) {
        return new LastStableOffsetHeld(partition.toString(), stable, high, holder);
    }

    private @Nullable Holder holder(ProducerState producer) throws InterruptedException {
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
        if (!seesAll()) {
            return null;
        }
        // Its coordinator has nothing open: the transaction hangs (KIP-664).
        return new Holder(
                producer.producerId(),
                null,
                Instant.ofEpochMilli(producer.lastTimestamp()),
                Duration.ZERO);
    }

    /// The list leaves out, without a word, what we may not describe. Who may describe an id that
    /// nobody has may describe any.
    private boolean seesAll() throws InterruptedException {
        try {
            return describe("txscope-" + UUID.randomUUID()) == null;
        } catch (TransactionalIdAuthorizationException e) {
            refused.putIfAbsent("ListTransactions", ClusterCheckup.reason(e));
            return false;
        }
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
