package dev.txscope.kafka.broker;

import dev.txscope.kafka.Actors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// Brokers for tests, and a client's short errands.
final class BrokerSupport {
    static final Actors ACTORS =
            new Actors((thread, e) -> new AssertionError(thread.getName(), e).printStackTrace());
    static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private BrokerSupport() {}

    static EmbeddedBroker started(BrokerOptions options, BrokerListener listener) {
        return started(options, listener, BrokerCommand.STANDARD);
    }

    static EmbeddedBroker started(
            BrokerOptions options, BrokerListener listener, BrokerCommand command) {
        return started(options, listener, command, Ports::free);
    }

    static EmbeddedBroker started(
            BrokerOptions options,
            BrokerListener listener,
            BrokerCommand command,
            EmbeddedBroker.PortChoice ports) {
        var broker = new EmbeddedBroker(options, ACTORS, listener, command, ports);
        broker.start();
        return broker;
    }

    static BrokerOptions at(Path data) {
        return new BrokerOptions(0, data);
    }

    static ProcessHandle process(EmbeddedBroker broker) {
        return Objects.requireNonNull(broker.child()).handle();
    }

    static Path folder(EmbeddedBroker broker) {
        return Objects.requireNonNull(broker.folder());
    }

    static int nodes(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).size();
        }
    }

    static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(ORDERS.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    static void commit(String address, String value) throws Exception {
        try (var producer =
                producer(address, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "A"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(ORDERS.topic(), 0, "key", value)).get();
            producer.commitTransaction();
        }
    }

    static KafkaProducer<String, String> producer(String address, Map<String, Object> more) {
        var config = new Properties();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        config.putAll(more);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /// The values of so many committed records from the beginning.
    static List<String> committed(String address, int count) {
        var config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ORDERS));
            consumer.seekToBeginning(List.of(ORDERS));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
            }
        }
        return values;
    }
}
