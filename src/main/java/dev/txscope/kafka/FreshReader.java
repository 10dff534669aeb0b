package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A consumer that comes late and reads a partition from its beginning, with facts in a log of its
/// own.
public final class FreshReader implements AutoCloseable {
    private final FactStream facts;
    private final ConsumerActor consumer;

    /// Starts to read; returns at once.
    ///
    /// @param address `host:port` of a broker
    public FreshReader(
            String address, TopicPartition partition, Isolation isolation, EventLog log) {
        var actors = new Actors();
        facts = new FactStream(log, actors, FactStream.PATIENCE);
        var strings = new StringDeserializer();
        var config = ClientConfigs.consumer(address, isolation);
        consumer =
                new ConsumerActor(
                        new ConsumerId("fresh " + isolation.kafkaName(), isolation),
                        partition,
                        () -> new KafkaConsumer<>(config, strings, strings),
                        facts,
                        actors);
    }

    @Override
    public void close() {
        consumer.close();
        facts.close();
    }
}
