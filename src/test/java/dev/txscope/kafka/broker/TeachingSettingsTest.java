package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

class TeachingSettingsTest {

    @Test
    void theDefaultsBesideOurValuesAreReallyKafkas() {
        var settings = TeachingSettings.of(1);

        var ours = table(settings, TeachingSettings.Setting::kafkaDefault);

        Map<String, Object> kafkas = AbstractKafkaConfig.CONFIG_DEF.defaultValues();
        assertEquals(table(settings, s -> String.valueOf(kafkas.get(s.key()))), ours);
    }

    @Test
    void threeNodesReplicateAsKafkaDoesByDefault() {
        var fewer =
                TeachingSettings.of(3).stream()
                        .filter(s -> s.reason() == TeachingSettings.Reason.FEW_NODES)
                        .filter(s -> !s.value().equals(s.kafkaDefault()))
                        .toList();

        assertEquals(List.of(), fewer);
    }

    private static Map<String, String> table(
            List<TeachingSettings.Setting> settings,
            Function<TeachingSettings.Setting, String> value) {
        return new TreeMap<>(
                settings.stream().collect(Collectors.toMap(TeachingSettings.Setting::key, value)));
    }
}
