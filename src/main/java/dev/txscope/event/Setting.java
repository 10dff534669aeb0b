package dev.txscope.event;

import org.jspecify.annotations.Nullable;

/// One setting that a part of the lab was started with.
///
/// @param name Kafka's own, such as `linger.ms`
/// @param value as it would be written in a file of properties
/// @param kafkaDefault what Kafka takes when nobody sets it, in the same form; null if there is
///   none
/// @param reason the key of the sentence that says why it was set; null if nobody said
public record Setting(
        Component component,
        String name,
        String value,
        @Nullable String kafkaDefault,
        @Nullable String reason) {

    /// Whose setting it is.
    public enum Component {
        BROKER,
        /// Producer, consumers, admin and probes alike.
        EVERY_CLIENT,
        PRODUCER,
        READ_UNCOMMITTED_CONSUMER,
        READ_COMMITTED_CONSUMER,
        ADMIN
    }

    /// Whether Kafka would have taken another value.
    public boolean differs() {
        return !value.equals(kafkaDefault);
    }
}
