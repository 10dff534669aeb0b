package dev.txscope.kafka;

import dev.txscope.event.Isolation;
import dev.txscope.event.Setting;
import dev.txscope.event.Setting.Component;
import dev.txscope.kafka.broker.TeachingSettings;

import kafka.server.KafkaConfig;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What broker and clients are started with, beside Kafka's defaults, which are read from Kafka.
///
/// Addresses, ports and folders are left out: they say where, not how.
final class ChosenSettings {
    /// What the sentences that say why are named after.
    private static final String WHY = "settings.why.";

    private static final Set<String> WHERE_AND_WHO = Set.of("bootstrap.servers", "client.id");

    private final List<Setting> settings = new ArrayList<>();

    private ChosenSettings() {}

    /// Takes a moment: the broker's definitions are loaded for it.
    static List<Setting> of(LabOptions options) {
        var chosen = new ChosenSettings();
        var common = common();
        var producer = ClientConfigs.producer("", "", options.transactionalId(), options.timeout());
        chosen.add(Component.BROKER, TeachingSettings.of(1), KafkaConfig.configDef());
        chosen.add(Component.EVERY_CLIENT, common, ProducerConfig.configDef());
        chosen.add(Component.PRODUCER, beyond(common, producer), ProducerConfig.configDef());
        chosen.addConsumer(Component.READ_UNCOMMITTED_CONSUMER, Isolation.READ_UNCOMMITTED);
        chosen.addConsumer(Component.READ_COMMITTED_CONSUMER, Isolation.READ_COMMITTED);
        chosen.add(
                Component.ADMIN,
                beyond(common, ClientConfigs.admin("")),
                AdminClientConfig.configDef());
        return List.copyOf(chosen.settings);
    }

    /// What every client has, as long as Kafka's default is the same for all of them: an admin does
    /// not push metrics anyhow.
    private static Map<String, Object> common() {
        var common = new TreeMap<>(ClientConfigs.common("", ""));
        common.keySet().removeIf(name -> !sameForAll(name));
        return common;
    }

    private static boolean sameForAll(String name) {
        var definitions =
                List.of(
                        ProducerConfig.configDef(),
                        ConsumerConfig.configDef(),
                        AdminClientConfig.configDef());
        return definitions.stream()
                        .map(kafka -> text(kafka, name, kafka.defaultValues().get(name)))
                        .map(String::valueOf)
                        .distinct()
                        .count()
                == 1;
    }

    private static Map<String, Object> beyond(
            Map<String, Object> common, Map<String, Object> config) {
        var own = new TreeMap<>(config);
        own.keySet().removeAll(common.keySet());
        return own;
    }

    private void addConsumer(Component component, Isolation isolation) {
        var config = ClientConfigs.consumer("", isolation);
        var own = beyond(common(), config);
        add(component, own, ConsumerConfig.configDef());
    }

    private void add(Component component, Map<String, ?> values, ConfigDef kafka) {
        Map<String, Object> defaults = kafka.defaultValues();
        values.forEach(
                (name, value) -> {
                    if (!WHERE_AND_WHO.contains(name)) {
                        String ours = Objects.requireNonNull(text(kafka, name, value), name);
                        String theirs = text(kafka, name, defaults.get(name));
                        settings.add(new Setting(component, name, ours, theirs, WHY + name));
                    }
                });
    }

    /// As Kafka would write it, so that the same value is the same text.
    private static @Nullable String text(ConfigDef kafka, String name, @Nullable Object value) {
        ConfigDef.Type type = Objects.requireNonNull(kafka.configKeys().get(name), name).type;
        return ConfigDef.convertToString(ConfigDef.parseType(name, value, type), type);
    }
}
