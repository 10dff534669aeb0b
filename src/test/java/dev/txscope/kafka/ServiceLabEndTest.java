package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent.LabFailed;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The end of the services while a cluster is still being asked.
class ServiceLabEndTest {
    private final EventLog log = new EventLog();

    @Test
    void anEndThatWasAskedForIsNoFailure() {
        KafkaLogging.quiet();
        var nobody = new ServiceLab.Site.Existing("127.0.0.1:1", ClientFile.NONE, "demo");
        var sinks = new Services.Sinks(_ -> {}, _ -> {});
        try (var _ = new ServiceLab(nobody, ServiceOptions.DEFAULT, sinks, log)) {
            Awaitility.await().until(ServiceLabEndTest::asks);
        }
        assertEquals(List.of(), log.from(0).stream().filter(e -> isFailure(e.event())).toList());
    }

    private static boolean isFailure(Object event) {
        return event instanceof LabFailed;
    }

    private static boolean asks() {
        return Thread.getAllStackTraces().entrySet().stream().anyMatch(ServiceLabEndTest::asks);
    }

    private static boolean asks(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName().equals("lab")
                && Arrays.stream(thread.getValue())
                        .anyMatch(f -> f.getClassName().equals(LabTopics.class.getName()));
    }
}
