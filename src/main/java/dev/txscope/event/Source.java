package dev.txscope.event;

/// Who reported a fact.
///
/// @param name the role in words, such as `producer A` or `read_committed`
public record Source(Kind kind, String name) {

    /// The places that facts come from.
    public enum Kind {
        /// The broker's process, and the lab around it.
        SESSION,
        /// A call on a `KafkaProducer`, or one of its callbacks.
        PRODUCER,
        /// The coordinator's own log, `__transaction_state`.
        COORDINATOR,
        /// A partition's log, fetched at protocol level.
        LOG,
        /// A `KafkaConsumer`.
        CONSUMER
    }
}
