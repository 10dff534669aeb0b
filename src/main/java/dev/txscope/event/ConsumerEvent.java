package dev.txscope.event;

/// What a consumer's application was given. Nothing else is known to it.
public sealed interface ConsumerEvent extends TxEvent {
    ConsumerId consumer();

    /// A consumer of the lab: its name, and what it may read.
    record ConsumerId(String name, Isolation isolation) {}

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

    /// The consumer threw, or ended.
    record ConsumerFailed(ConsumerId consumer, Failure failure) implements ConsumerEvent {}
}
