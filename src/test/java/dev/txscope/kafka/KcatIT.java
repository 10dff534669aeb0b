package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.kafka.broker.BrokerOptions;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Another language's client as the second consumer, where it is installed.
class KcatIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final EventLog log = new EventLog();
    private final BlockingQueue<String> second = new LinkedBlockingQueue<>();

    @Test
    void readsWhatWasCommittedIsHealedAndEndsWithUs() throws Exception {
        var kcat = Kcat.find();
        Assumptions.assumeTrue(kcat.isPresent());
        KafkaLogging.quiet();
        var options = ServiceOptions.DEFAULT.withKcat(kcat.get());
        var site = new ServiceLab.Site.Embedded(BrokerOptions.DEFAULT, ServiceOptions.TOPIC);
        List<ProcessHandle> mine;
        try (var lab =
                new ServiceLab(site, options, new Services.Sinks(_ -> {}, this::deliver), log)) {
            assertTrue(lab.services().secondClient().startsWith("kcat "));
            log.await(0, e -> e.event() instanceof TopicReady, LIMIT);
            run(lab, "A-1 é\n", Ending.ABORT);
            run(lab, "C-1 é\n", Ending.COMMIT);
            assertEquals("C-1 é\n", second.poll(60, TimeUnit.SECONDS));
            kcats().forEach(ProcessHandle::destroyForcibly);
            log.await(0, e -> e.event() instanceof ConsumerFailed, LIMIT);
            run(lab, "C-2", Ending.COMMIT);
            // At least once: what was not committed when it died comes again.
            var next = second.poll(60, TimeUnit.SECONDS);
            assertEquals("C-2", "C-1 é\n".equals(next) ? second.poll(60, TimeUnit.SECONDS) : next);
            mine = kcats();
            assertEquals(1, mine.size());
        }
        mine.getFirst().onExit().get(60, TimeUnit.SECONDS);
    }

    private void deliver(RecordDelivered delivered) {
        second.add(String.valueOf(delivered.content().key()));
    }

    private static void run(ServiceLab lab, String key, Ending ending) throws Exception {
        lab.services()
                .runner()
                .run(new TransactionRequest(key, "{}", ending, "POST"))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static List<ProcessHandle> kcats() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("/kcat"))
                .toList();
    }
}
