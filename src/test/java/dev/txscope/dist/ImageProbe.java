package dev.txscope.dist;

import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.broker.KeyStore;
import dev.txscope.kafka.broker.SecuredBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs in the image's own runtime, on the image's class path: a broker with TLS and passwords, and
/// every compression through it. Says each one's name once its record has come back.
final class ImageProbe {
    static final List<String> CODECS = List.of("gzip", "snappy", "lz4", "zstd");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "pr0be-pass";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"probe\" password=\"%1$s\" user_probe=\"%1$s\";";

    private final Map<String, Object> client;

    private ImageProbe(Map<String, Object> client) {
        this.client = client;
    }

    public static void main(String[] args) throws Exception {
        KafkaLogging.quiet();
        Path folder = Path.of(args[0]);
        Map<String, String> security = security(KeyStore.in(folder, PASSWORD));
        try (var broker = new SecuredBroker(folder.resolve("data"), "SASL_SSL", security)) {
            var client = new HashMap<String, Object>(security);
            client.put("bootstrap.servers", broker.address());
            client.put("security.protocol", "SASL_SSL");
            client.put("sasl.mechanism", "PLAIN");
            client.put("sasl.jaas.config", LOGIN.formatted(PASSWORD));
            var probe = new ImageProbe(client);
            for (String codec : CODECS) {
                probe.roundTrip(codec);
                System.out.println(codec);
            }
        }
        System.exit(0);
    }

    /// The topic keeps another compression than the producer's: the broker unpacks and packs too.
    private void roundTrip(String codec) throws Exception {
        String other = CODECS.get((CODECS.indexOf(codec) + 1) % CODECS.size());
        String text = codec.repeat(1000);
        try (var admin = Admin.create(client);
                var producer = producer(codec);
                var consumer = consumer()) {
            var topic =
                    new NewTopic(codec, Optional.of(1), Optional.empty())
                            .configs(Map.of("compression.type", other));
            admin.createTopics(List.of(topic)).all().get();
            producer.send(new ProducerRecord<>(codec, text)).get();
            var partition = new TopicPartition(codec, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(LIMIT);
            if (records.count() != 1 || !records.iterator().next().value().equals(text)) {
                throw new IllegalStateException(codec + " came back as " + records.count());
            }
        }
    }

    private KafkaProducer<String, String> producer(String codec) {
        var settings = new HashMap<>(client);
        settings.put("compression.type", codec);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, String> security(KeyStore keys) {
        var security = new HashMap<>(keys.settings());
        security.put("sasl.enabled.mechanisms", "PLAIN");
        security.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        security.put("listener.name.sasl_ssl.plain.sasl.jaas.config", LOGIN.formatted(PASSWORD));
        return security;
    }
}
