package dev.txscope.command;

/// Which client reads for the second service.
public enum SecondConsumer {
    /// Kafka's own, as the first service's.
    JAVA,
    /// The program `kcat`, on librdkafka; where there is none, [#JAVA].
    KCAT;

    public SecondConsumer other() {
        return this == JAVA ? KCAT : JAVA;
    }
}
