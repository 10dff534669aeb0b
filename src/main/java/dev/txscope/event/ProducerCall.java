package dev.txscope.event;

/// A call on a `KafkaProducer`, as the application makes it.
public sealed interface ProducerCall {

    /// `initTransactions()`: get a producer id and an epoch, fence older producers of the same id.
    ///
    /// @param timeoutMillis `transaction.timeout.ms`
    record InitTransactions(String transactionalId, int timeoutMillis) implements ProducerCall {}

    /// `beginTransaction()`: local, nothing is sent (T05).
    record BeginTransaction() implements ProducerCall {}

    /// `send(record)`: asynchronous; what became of it comes as an acknowledgement.
    ///
    /// @param index place in its click, from 0
    /// @param count records sent by that click
    record Send(String topic, Content content, int index, int count) implements ProducerCall {}

    /// `commitTransaction()`: flushes, then asks the coordinator; returns before the markers are
    /// written.
    record CommitTransaction() implements ProducerCall {}

    /// `abortTransaction()`: drops what was not sent yet, then asks the coordinator.
    record AbortTransaction() implements ProducerCall {}
}
