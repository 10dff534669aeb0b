package dev.txscope.kafka;

import dev.txscope.kafka.broker.BrokerOptions;

import java.time.Duration;

/// How a lab is set up.
///
/// @param topic where its records go, made with one partition if it is missing
/// @param transactionalId stable over restarts, so that a new producer ends what an old one left
///   open
/// @param timeout `transaction.timeout.ms`, at least 1 s and at most Kafka's 15 min
public record LabOptions(
        BrokerOptions broker, String topic, String transactionalId, Duration timeout) {
    public static final LabOptions DEFAULT =
            new LabOptions(BrokerOptions.DEFAULT, "orders", "txscope-A", Duration.ofSeconds(60));

    public LabOptions {
        if (timeout.toSeconds() < 1 || timeout.toMinutes() > 15) {
            throw new IllegalArgumentException("transaction.timeout.ms is " + timeout.toMillis());
        }
    }

    public LabOptions withBroker(BrokerOptions other) {
        return new LabOptions(other, topic, transactionalId, timeout);
    }

    public LabOptions withTimeout(Duration other) {
        return new LabOptions(broker, topic, transactionalId, other);
    }
}
