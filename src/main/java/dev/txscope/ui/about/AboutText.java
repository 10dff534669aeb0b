package dev.txscope.ui.about;

import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.text.Messages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words for the program, in one language.
record AboutText(Messages messages, Program program) {

    /// What something is: `Kafka`, `4.4.0`.
    record Line(String label, String value) {}

    List<Line> versions() {
        return List.of(
                line("version", known(program.version())),
                line("kafka", known(program.kafkaVersion())),
                line("java", java()),
                line("javafx", known(program.javaFxVersion())),
                line("system", program.system()));
    }

    /// @param ready what the broker said of itself, if it was ever there
    List<Line> places(@Nullable BrokerReady ready) {
        var places = new Places(program);
        return List.of(
                line("data", data(ready, places)),
                line("settings", places.settings()),
                line("reports", places.reports()));
    }

    /// All of it, a line each; nothing of what was sent, no name of a person.
    String copied(@Nullable BrokerReady ready) {
        return Stream.concat(versions().stream(), places(ready).stream())
                .map(line -> messages.get("about.line", line.label(), line.value()) + "\n")
                .collect(Collectors.joining());
    }

    private String java() {
        return messages.get(
                "about.java.by", program.javaVersion(), program.property().apply("java.vm.vendor"));
    }

    private String data(@Nullable BrokerReady ready, Places places) {
        return ready == null
                ? messages.get("about.data.unknown")
                : messages.get(
                        ready.kept() ? "about.data.kept" : "about.data.removed",
                        places.told(ready.folder()));
    }

    private Line line(String key, String value) {
        return new Line(messages.get("about." + key), value);
    }

    private String known(String version) {
        return version.isEmpty() ? messages.get("about.unknown") : version;
    }
}
