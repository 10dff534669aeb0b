package dev.txscope.event;

/// One partition of a topic, Kafka's unit of order. Shown as `orders-0`.
public record TopicPartition(String topic, int partition) {
    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
