package dev.txscope.kafka;

import java.util.ArrayList;
import java.util.List;

/// How `kcat` is started as a member of a group.
///
/// It runs under `sh`, which ends it when its own standard input ends: when this program has gone,
/// however that came about.
///
/// kcat cannot call `commitSync()`: librdkafka commits by itself, ten times a second, what kcat has
/// taken over. Without that, each new kcat would begin from the beginning.
///
/// @param site the cluster; one that needs credentials is not for kcat, since its command line can
///   be read by every user of the machine
record KcatCommand(Kcat kcat, String address, String group, Services.Site site) {
    private static final String WATCH =
            """
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            { cat <&3 >/dev/null; kill "$child"; } >/dev/null 2>&1 &
            exec 3<&-
            wait "$child"
            """;

    ProcessBuilder builder() {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "kcat-watch"));
        command.addAll(List.of(kcat.program().toString(), "-b", address, "-u", "-q", "-E"));
        settings().forEach(setting -> command.addAll(List.of("-X", setting)));
        // The lengths come first, so that any bytes can follow.
        command.addAll(List.of("-f", "%p %o %K %S\\n%k%s", "-G", group, site.topic()));
        return new ProcessBuilder(command);
    }

    private List<String> settings() {
        var settings =
                new ArrayList<>(
                        List.of(
                                "isolation.level=read_committed",
                                "auto.offset.reset=earliest",
                                "enable.auto.commit=true",
                                "auto.commit.interval.ms=100",
                                "fetch.wait.max.ms=50",
                                "session.timeout.ms=6000",
                                "heartbeat.interval.ms=1500",
                                "reconnect.backoff.ms=50",
                                "reconnect.backoff.max.ms=250",
                                "client.id=txscope-" + group));
        if (site.alone()) {
            settings.add("group.instance.id=txscope");
        }
        return settings;
    }
}
