package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

class TeachingSettingsTest {
    private static final Map<String, Object> KAFKAS =
            AbstractKafkaConfig.CONFIG_DEF.defaultValues();

    @Test
    void eachIsAKeyOfKafkasAndDiffersFromItsDefault() {
        Map<String, String> same = new HashMap<>(TeachingSettings.of(1));

        same.entrySet()
                .removeIf(
                        s ->
                                KAFKAS.containsKey(s.getKey())
                                        && !String.valueOf(KAFKAS.get(s.getKey()))
                                                .equals(s.getValue()));

        assertEquals(Map.of(), same);
    }

    @Test
    void threeNodesReplicateAsKafkaDoesByDefault() {
        var copies =
                TeachingSettings.of(3).entrySet().stream()
                        .filter(s -> s.getKey().matches(".*[.](replication[.]factor|min[.]isr)"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertEquals(5, copies.size());
        copies.forEach((key, value) -> assertEquals(String.valueOf(KAFKAS.get(key)), value, key));
    }
}
