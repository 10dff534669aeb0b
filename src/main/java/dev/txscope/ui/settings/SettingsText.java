package dev.txscope.ui.settings;

import dev.txscope.event.Setting;
import dev.txscope.text.Messages;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words for settings, in one language.
record SettingsText(Messages messages) {

    String component(Setting.Component component) {
        return messages.get("settings.component." + component.name());
    }

    String value(Setting setting) {
        return written(setting.value());
    }

    /// What Kafka would take; that it is the same is said, not left to be compared.
    String kafkaDefault(Setting setting) {
        return setting.differs() ? theirs(setting) : messages.get("settings.same");
    }

    String why(Setting setting) {
        return setting.reason() == null ? "" : messages.get(setting.reason());
    }

    /// One sentence that says all of it.
    String spoken(Setting setting) {
        return messages.get(
                "settings.spoken",
                component(setting.component()),
                setting.name(),
                value(setting),
                theirs(setting),
                why(setting));
    }

    String intro(List<Setting> settings) {
        long different = settings.stream().filter(Setting::differs).count();
        return settings.isEmpty()
                ? messages.get("settings.unknown")
                : messages.get("settings.intro", settings.size(), different);
    }

    /// As a file of properties, each with its default and reason as a comment.
    String copied(List<Setting> settings) {
        return settings.stream()
                .collect(
                        Collectors.groupingBy(
                                Setting::component, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(part -> "# " + component(part.getKey()) + "\n" + lines(part.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String lines(List<Setting> settings) {
        return settings.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Setting s) {
        String column = messages.get("settings.column.default");
        String said = "# %s: %s. %s".formatted(column, theirs(s), why(s)).strip();
        return "%s\n%s=%s\n".formatted(said, s.name(), s.value());
    }

    private String theirs(Setting setting) {
        return setting.kafkaDefault() == null
                ? messages.get("settings.none")
                : written(setting.kafkaDefault());
    }

    private String written(String value) {
        return value.isEmpty() ? messages.get("settings.empty") : value;
    }
}
