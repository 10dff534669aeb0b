package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.kafka.broker.BrokerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The Kafka side of the services on a real broker, without a window.
class ServiceLabIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final EventLog log = new EventLog();
    private final BlockingQueue<String> first = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> second = new LinkedBlockingQueue<>();
    private ServiceLab lab;

    @BeforeEach
    void start() throws InterruptedException {
        KafkaLogging.quiet();
        lab = lab(ServiceOptions.DEFAULT);
        // A machine may take longer to start a broker than a request waits.
        log.await(0, e -> e.event() instanceof TopicReady, LIMIT);
    }

    private ServiceLab lab(ServiceOptions options) {
        return new ServiceLab(
                new ServiceLab.Site.Embedded(BrokerOptions.DEFAULT, ServiceOptions.TOPIC),
                options,
                new Services.Sinks(keys(first), keys(second)),
                log);
    }

    private static java.util.function.Consumer<RecordDelivered> keys(BlockingQueue<String> to) {
        return delivered -> to.add(String.valueOf(delivered.content().key()));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void committedRecordsReachBothGroupsAndAbortedOnesNeither() throws Exception {
        run("A-1", Ending.ABORT).get(60, TimeUnit.SECONDS);
        run("C-1", Ending.COMMIT).get(60, TimeUnit.SECONDS);
        assertEquals("C-1", first.poll(60, TimeUnit.SECONDS));
        assertEquals("C-1", second.poll(60, TimeUnit.SECONDS));
        // The aborted record and its marker come first; the position may pass the last marker.
        for (var group : List.of("m03-java-consumer", "m03-dotnet-consumer")) {
            log.await(
                    0,
                    e ->
                            e.event() instanceof OffsetCommitted c
                                    && group.equals(c.consumer().group())
                                    && c.next() >= 3,
                    LIMIT);
        }
        assertEquals(
                List.of("POST A-1", "POST C-1"),
                log.from(0).stream()
                        .filter(e -> e.event() instanceof TransactionRequested)
                        .map(e -> ((TransactionRequested) e.event()).statement())
                        .toList());
    }

    @Test
    void twoHundredAtOnceAreAnsweredEach() throws Exception {
        run("warm-up", Ending.COMMIT).get(60, TimeUnit.SECONDS);
        var answers = new ArrayList<CompletableFuture<Void>>();
        var committed = new ArrayList<>(List.of("warm-up"));
        for (int i = 0; i < 200; i++) {
            var ending = i % 2 == 0 ? Ending.COMMIT : Ending.ABORT;
            answers.add(run("T-" + i, ending));
            if (ending == Ending.COMMIT) {
                committed.add("T-" + i);
            }
        }
        for (var answer : answers) {
            answer.get(60, TimeUnit.SECONDS);
        }
        for (var queue : List.of(first, second)) {
            for (var key : committed) {
                assertEquals(key, queue.poll(60, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void whatWaitedForABrokerThatDiedIsAnsweredAndServedAfterwards() throws Exception {
        run("C-1", Ending.COMMIT).get(60, TimeUnit.SECONDS);
        long killed = log.size();
        broker().destroyForcibly();
        var during = run("C-2", Ending.COMMIT);
        try {
            during.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertInstanceOf(KafkaUnavailableException.class, e.getCause());
        }
        log.await(killed, e -> e.event() instanceof BrokerReady, LIMIT);
        log.await(killed, e -> e.event() instanceof TopicReady, LIMIT);
        served("C-3");
        assertEquals("C-1", first.poll(60, TimeUnit.SECONDS));
        var next = first.poll(60, TimeUnit.SECONDS);
        assertTrue("C-2".equals(next) || "C-3".equals(next), next);
    }

    @Test
    void aBrokerWhosePortIsTakenIsTriedUntilThePortIsFree() throws Exception {
        long failed = 0;
        try (var _ = portOfTheKilledBroker()) {
            for (int i = 0; i < 2; i++) {
                var fact = log.await(failed, e -> e.event() instanceof BrokerFailed, LIMIT);
                assertEquals(folder(), ((BrokerFailed) fact.event()).folder());
                failed = fact.seq() + 1;
            }
        }
        log.await(failed, e -> e.event() instanceof TopicReady, LIMIT);
        served("C-1");
        assertEquals("C-1", first.poll(60, TimeUnit.SECONDS));
    }

    private String folder() throws InterruptedException {
        var ready = log.await(0, e -> e.event() instanceof BrokerReady, LIMIT);
        return ((BrokerReady) ready.event()).folder();
    }

    /// Takes the port before the next broker does; if that one is faster, it is killed too.
    private ServerSocket portOfTheKilledBroker() throws Exception {
        var ready =
                (BrokerReady) log.await(0, e -> e.event() instanceof BrokerReady, LIMIT).event();
        int port = Integer.parseInt(ready.address().replaceAll(".*:", ""));
        while (true) {
            var broker = broker();
            broker.destroyForcibly();
            broker.onExit().get(60, TimeUnit.SECONDS);
            try {
                return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
            } catch (BindException _) {
                log.await(log.size(), e -> e.event() instanceof BrokerReady, LIMIT);
            }
        }
    }

    @Test
    void aClosedRunnerAnswersToo() {
        lab.services().close();
        var answer = run("C-1", Ending.COMMIT);
        var thrown = assertThrows(ExecutionException.class, () -> answer.get(9, TimeUnit.SECONDS));
        assertInstanceOf(KafkaUnavailableException.class, thrown.getCause());
    }

    /// The newest child that runs a broker.
    private static ProcessHandle broker() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    /// A restart may take longer than one request's limit.
    private void served(String key) throws Exception {
        for (int i = 0; i < 6; i++) {
            try {
                run(key, Ending.COMMIT).get(60, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                assertInstanceOf(KafkaUnavailableException.class, e.getCause());
            }
        }
        throw new AssertionError("Never served again");
    }

    private CompletableFuture<Void> run(String key, Ending ending) {
        return lab.services()
                .runner()
                .run(
                        new TransactionRequest(
                                key, "{\"txId\":\"" + key + "\"}", ending, "POST " + key))
                .toCompletableFuture();
    }
}
