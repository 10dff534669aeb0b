package dev.txscope.event;

import org.jspecify.annotations.Nullable;

/// What a consumer's application was given. Nothing else is known to it.
public sealed interface ConsumerEvent extends TxEvent {
    ConsumerId consumer();

    /// A consumer of the lab: its name, and what it may read.
    ///
    /// @param group its `group.id`; null for the window's two, which have none
    record ConsumerId(String name, Isolation isolation, @Nullable String group) {
        /// A consumer without a group.
        public ConsumerId(String name, Isolation isolation) {
            this(name, isolation, null);
        }
    }

    /// The consumer has its partition and a first position.
    record ConsumerStarted(ConsumerId consumer, TopicPartition partition, long position)
            implements ConsumerEvent {}

    /// `poll()` returned the record.
    ///
    /// @param poll counts the consumer's polls: records of one poll have the same number
    record RecordDelivered(
            ConsumerId consumer, TopicPartition partition, long offset, Content content, long poll)
            implements ConsumerEvent {}

    /// The next offset that the consumer will fetch; it passes markers and aborted records in
    /// silence.
    record PositionMoved(ConsumerId consumer, TopicPartition partition, long from, long to)
            implements ConsumerEvent {}

    /// `commitSync()` returned: the group reads on from there, whoever of it reads.
    ///
    /// @param next the committed offset, which is the next one to read
    record OffsetCommitted(ConsumerId consumer, TopicPartition partition, long next)
            implements ConsumerEvent {}

    /// The consumer threw, or ended.
    record ConsumerFailed(ConsumerId consumer, Failure failure) implements ConsumerEvent {}
}
