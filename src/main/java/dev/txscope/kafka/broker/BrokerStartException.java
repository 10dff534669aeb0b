package dev.txscope.kafka.broker;

/// A check before the start of Kafka found that the broker cannot run here.
final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ChildWord.Failed word;

    BrokerStartException(ChildWord.Failed word) {
        super(word.line());
        this.word = word;
    }

    ChildWord.Failed word() {
        return word;
    }
}
