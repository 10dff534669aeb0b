package dev.txscope.kafka;

import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Makes the topics of a lab, and finds where they are.
final class LabTopics {
    static final String STATE_TOPIC = "__transaction_state";

    private final Admin admin;

    LabTopics(Admin admin) {
        this.admin = admin;
    }

    /// Makes the topic with one partition if it is missing, and finds its leader.
    ///
    /// @throws KafkaException if the cluster refused or did not answer
    FetchTarget lab(String topic) throws InterruptedException {
        var wanted =
                new NewTopic(topic, Optional.of(1), Optional.empty())
                        .configs(
                                Map.of(
                                        "max.message.bytes",
                                        String.valueOf(ClientConfigs.MAX_MESSAGE_BYTES)));
        try {
            ask(admin.createTopics(List.of(wanted)).all(), TopicExistsException.class);
        } catch (AuthorizationException refused) {
            // Who may not make topics may use one that is there.
            if (!isKnown(topic)) {
                throw refused;
            }
        }
        return target(topic, 0);
    }

    private boolean isKnown(String topic) throws InterruptedException {
        try {
            describe(topic);
            return true;
        } catch (UnknownTopicOrPartitionException _) {
            return false;
        }
    }

    /// Finds the partition of the coordinator's log that holds the id. Asking for the id makes the
    /// cluster create that log.
    ///
    /// @throws KafkaException if the cluster refused or did not answer
    FetchTarget coordinatorLog(String transactionalId) throws InterruptedException {
        ask(
                admin.describeTransactions(List.of(transactionalId)).all(),
                TransactionalIdNotFoundException.class);
        int hash = transactionalId.hashCode();
        // As TransactionStateManager.partitionFor does.
        int positive = hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
        return target(STATE_TOPIC, positive);
    }

    /// The controller answers once a topic is in its log; a broker knows it later, and its leader
    /// later still.
    private FetchTarget target(String topic, int hash) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return targetNow(topic, hash);
            } catch (UnknownTopicOrPartitionException | LeaderNotAvailableException e) {
                if (System.nanoTime() - start > ClientConfigs.CALL_LIMIT.toNanos()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(ClientConfigs.RETRY.toNanos());
        }
    }

    private FetchTarget targetNow(String topic, int hash) throws InterruptedException {
        var described = describe(topic);
        var info = described.partitions().get(hash % described.partitions().size());
        var partition = new TopicPartition(topic, info.partition());
        if (info.leader() == null) {
            throw new LeaderNotAvailableException(partition + " has no leader");
        }
        return new FetchTarget(partition, described.topicId(), info.leader());
    }

    private TopicDescription describe(String topic) throws InterruptedException {
        var all = Answered.get(admin.describeTopics(List.of(topic)).allTopicNames());
        return Objects.requireNonNull(all.get(topic), topic);
    }

    private static void ask(KafkaFuture<?> future, Class<? extends KafkaException> harmless)
            throws InterruptedException {
        try {
            Answered.get(future);
        } catch (KafkaException e) {
            if (!harmless.isInstance(e)) {
                throw e;
            }
        }
    }
}
