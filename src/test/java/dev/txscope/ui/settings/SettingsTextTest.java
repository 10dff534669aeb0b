package dev.txscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.Setting;
import dev.txscope.event.Setting.Component;
import dev.txscope.kafka.LabConfigs;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class SettingsTextTest {
    private final SettingsText english = new SettingsText(Messages.in(Language.ENGLISH));

    @ParameterizedTest
    @EnumSource
    void eachSettingOfTheLabHasASentenceThatSaysWhy(Language language) {
        var text = new SettingsText(Messages.in(language));
        var settings = LabConfigs.settings();
        assertTrue(settings.size() > 30, settings::toString);
        for (var s : settings) {
            assertTrue(text.why(s).endsWith("."), s.name());
        }
    }

    @Test
    void whatIsCopiedIsAFileOfProperties() {
        var linger = new Setting(Component.PRODUCER, "linger.ms", "0", "5", null);
        var id = new Setting(Component.PRODUCER, "transactional.id", "txscope-A", null, null);
        assertEquals(
                """
                # The producer
                # Kafka’s default: 5.
                linger.ms=0
                # Kafka’s default: not set.
                transactional.id=txscope-A
                """,
                english.copied(List.of(linger, id)));
    }
}
