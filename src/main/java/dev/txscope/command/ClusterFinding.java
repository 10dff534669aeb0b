package dev.txscope.command;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What a look at a cluster found that decides what a lab's consumers are given.
public sealed interface ClusterFinding {

    /// @param nodes how many brokers it has
    record Answers(String address, int nodes) implements ClusterFinding {}

    /// It did not answer in time, or refused. Nothing else can be found then.
    ///
    /// @param reason in the client's words
    record Away(String address, String reason) implements ClusterFinding {}

    record TopicMissing(String topic) implements ClusterFinding {}

    record TopicThere(String topic, int partitions) implements ClusterFinding {}

    /// An open transaction keeps `read_committed` consumers from what follows it.
    ///
    /// @param partition `topic-0`
    /// @param lastStableOffset where they stop
    /// @param highWatermark where the others stop
    /// @param holder null if the cluster does not show it
    record LastStableOffsetHeld(
            String partition, long lastStableOffset, long highWatermark, @Nullable Holder holder)
            implements ClusterFinding {}

    /// Whose transaction it is.
    ///
    /// @param transactionalId null if no coordinator knows of the transaction: it hangs, and no
    ///   timeout ends it
    /// @param since when it began
    /// @param timeout after which its coordinator aborts it
    record Holder(
            long producerId, @Nullable String transactionalId, Instant since, Duration timeout) {}

    /// A group has committed offsets of the topic.
    ///
    /// @param members how many consumers it has now
    /// @param committed over all partitions
    /// @param end the last stable offset, over all partitions
    record Group(String name, int members, long committed, long end) implements ClusterFinding {
        /// Whether a consumer that comes now is given nothing of what is there.
        public boolean isAtEnd() {
            return end > 0 && committed >= end;
        }
    }

    /// The cluster does not let us see that.
    ///
    /// @param what Kafka's name of the request, such as `DescribeProducers`
    /// @param reason in Kafka's words
    record NotShown(String what, String reason) implements ClusterFinding {}
}
