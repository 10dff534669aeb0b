package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.kafka.broker.KeyStore;
import dev.txscope.kafka.broker.SecuredBroker;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The services on a cluster that asks for credentials.
class SecuredClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = SecuredBroker.PASSWORD;

    @TempDir Path folder;

    private final EventLog log = new EventLog();
    private final BlockingQueue<String> first = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> second = new LinkedBlockingQueue<>();

    @BeforeAll
    static void quiet() {
        KafkaLogging.quiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"})
    void aPasswordOpensAClusterAndIsNeverTold(String mechanism) throws Exception {
        try (var broker = sasl();
                var lab = lab(broker, SecuredBroker.clientOf(mechanism, PASSWORD))) {
            commitAndAbort(lab);
        }
        assertFalse(log.from(0).toString().contains(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "SCRAM-SHA-256"})
    void aWrongPasswordIsSaidInKafkasWordsAndRequestsAreRefused(String mechanism) throws Exception {
        try (var broker = sasl();
                var lab = lab(broker, SecuredBroker.clientOf(mechanism, "wr0ng-one"))) {
            var failed =
                    (LabFailed) log.await(0, e -> e.event() instanceof LabFailed, LIMIT).event();
            assertEquals(Failure.Severity.FATAL, failed.failure().severity());
            assertEquals("SaslAuthenticationException", failed.failure().type());

            var answer = run(lab, "C-1", Ending.COMMIT);
            var thrown =
                    assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
            assertInstanceOf(KafkaUnavailableException.class, thrown.getCause());
            assertFalse(String.valueOf(thrown.getCause()).contains("wr0ng-one"));
        }
        assertFalse(log.from(0).toString().contains("wr0ng-one"));
    }

    @Test
    void aCertificateIsTrusted() throws Exception {
        var keys = KeyStore.in(folder, PASSWORD);
        String client =
                """
                security.protocol=SSL
                ssl.truststore.type=PKCS12
                ssl.truststore.password=%s
                ssl.truststore.location=%s
                """
                        .formatted(PASSWORD, keys.file().toString().replace('\\', '/'));
        try (var broker = new SecuredBroker(folder.resolve("data"), "SSL", keys.settings());
                var lab = lab(broker, client)) {
            commitAndAbort(lab);
        }
        assertFalse(log.from(0).toString().contains(PASSWORD));
    }

    private SecuredBroker sasl() throws Exception {
        return SecuredBroker.withPasswords(folder.resolve("data"));
    }

    private ServiceLab lab(SecuredBroker broker, String client) throws Exception {
        var file = Files.writeString(folder.resolve("client.properties"), client);
        return new ServiceLab(
                new ServiceLab.Site.Existing(
                        broker.address(), ClientFile.read(file), ServiceOptions.TOPIC),
                ServiceOptions.DEFAULT,
                new Services.Sinks(r -> keep(first, r), r -> keep(second, r)),
                log);
    }

    private static void keep(BlockingQueue<String> keys, RecordDelivered record) {
        keys.add(String.valueOf(record.content().key()));
    }

    /// The abort first: the commit is the proof that it was passed.
    private void commitAndAbort(ServiceLab lab) throws Exception {
        log.await(0, e -> e.event() instanceof TopicReady, LIMIT);
        run(lab, "A-1", Ending.ABORT).get(60, TimeUnit.SECONDS);
        run(lab, "C-1", Ending.COMMIT).get(60, TimeUnit.SECONDS);
        assertEquals("C-1", first.poll(60, TimeUnit.SECONDS));
        assertEquals("C-1", second.poll(60, TimeUnit.SECONDS));
    }

    private static CompletableFuture<Void> run(ServiceLab lab, String key, Ending ending) {
        var request = new TransactionRequest(key, "{}", ending, "POST " + key);
        return lab.services().runner().run(request).toCompletableFuture();
    }
}
