package dev.txscope.command;

import java.io.Serial;

/// Kafka refused a requested transaction, or did not answer in time.
public final class KafkaUnavailableException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    /// @param reason one sentence in Kafka's words, without anything that tells of the machine
    public KafkaUnavailableException(String reason) {
        super(reason);
    }
}
