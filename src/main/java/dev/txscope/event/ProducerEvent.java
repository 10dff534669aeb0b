package dev.txscope.event;

import java.time.Duration;

/// What a producer's application did and was told.
public sealed interface ProducerEvent extends TxEvent {
    /// The producer's name in the window, such as `A`.
    String producer();

    /// Somebody asked for a whole transaction from outside; its calls follow.
    ///
    /// @param statement the command line that asks for it, such as a `curl` line
    record TransactionRequested(String producer, String statement) implements ProducerEvent {}

    /// What somebody asked for from outside was never begun, and answered with a refusal: no call
    /// followed.
    ///
    /// @param reason in Kafka's words
    record RequestRefused(String producer, String statement, String reason)
            implements ProducerEvent {}

    /// @param id counts the producer's calls, the same in its start, its end and its
    ///   acknowledgement
    record CallStarted(String producer, long id, ProducerCall call) implements ProducerEvent {}

    /// @param took from the start of the call to its return
    record CallReturned(String producer, long id, ProducerCall call, Duration took)
            implements ProducerEvent {}

    /// The call threw.
    ///
    /// @param took from the start of the call to its exception
    record CallFailed(String producer, long id, ProducerCall call, Duration took, Failure failure)
            implements ProducerEvent {}

    /// The partition's leader has the record.
    ///
    /// @param took from the start of `send` to the callback
    record RecordAcknowledged(
            String producer, long id, TopicPartition partition, long offset, Duration took)
            implements ProducerEvent {}

    /// `send`'s callback brought an exception: the record is not in the log.
    record RecordRejected(String producer, long id, Failure failure) implements ProducerEvent {}
}
