package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.Setting;
import dev.txscope.event.Setting.Component;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Properties;

class ChosenSettingsTest {
    private final List<Setting> settings = ChosenSettings.of(LabOptions.DEFAULT);

    /// What a client that is told nothing really takes, asked of Kafka's configurations themselves.
    @Test
    void theDefaultsOfTheProducerAreWhatAProducerWithoutThemTakes() {
        var bare = new Properties();
        bare.put("bootstrap.servers", "127.0.0.1:1");
        bare.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
        bare.put("value.serializer", "org.apache.kafka.common.serialization.StringSerializer");
        var kafka = new ProducerConfig(bare).values();

        for (var s : of(Component.PRODUCER)) {
            assertEquals(text(kafka.get(s.name())), text(s.kafkaDefault()), s.name());
        }
        assertEquals("5", setting(Component.PRODUCER, "linger.ms").kafkaDefault());
        assertEquals("0", setting(Component.PRODUCER, "linger.ms").value());
        assertNull(setting(Component.PRODUCER, "transactional.id").kafkaDefault());
    }

    @Test
    void whatEveryClientHasDiffersFromTheSameDefaultInEach() {
        for (var s : of(Component.EVERY_CLIENT)) {
            for (var kafka :
                    List.of(
                            ProducerConfig.configDef(),
                            ConsumerConfig.configDef(),
                            AdminClientConfig.configDef())) {
                var type = kafka.configKeys().get(s.name()).type;
                var theirs = kafka.defaultValues().get(s.name());
                assertEquals(ConfigDef.convertToString(theirs, type), s.kafkaDefault(), s.name());
            }
        }
    }

    @Test
    void theSameValueIsNoDifference() {
        assertTrue(setting(Component.READ_COMMITTED_CONSUMER, "isolation.level").differs());
        assertTrue(!setting(Component.READ_UNCOMMITTED_CONSUMER, "isolation.level").differs());
        assertTrue(!setting(Component.PRODUCER, "transaction.timeout.ms").differs());
    }

    private List<Setting> of(Component component) {
        return settings.stream().filter(s -> s.component() == component).toList();
    }

    private Setting setting(Component component, String name) {
        return of(component).stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
