package dev.txscope.event;

/// `isolation.level`, Kafka's words unchanged.
public enum Isolation {
    READ_UNCOMMITTED("read_uncommitted"),
    READ_COMMITTED("read_committed");

    private final String kafkaName;

    Isolation(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /// The value of `isolation.level`.
    public String kafkaName() {
        return kafkaName;
    }
}
