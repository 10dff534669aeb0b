package dev.txscope.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.ClusterFinding.LastStableOffsetHeld;
import dev.txscope.command.ClusterFinding.NotShown;
import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.ViewRefused;
import dev.txscope.kafka.broker.SecuredBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A cluster that lets us do what the services need, and see nothing else.
class RestrictedClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
                    + " password=\"%s\"";
    private static final List<String> GROUPS = List.of("m03-java-consumer", "m03-dotnet-consumer");

    @TempDir static Path folder;
    private static SecuredBroker broker;

    private final EventLog log = new EventLog();
    private final BlockingQueue<String> first = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> second = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() throws Exception {
        KafkaLogging.quiet();
        String users = " user_admin=\"x\" user_alice=\"x\" user_bob=\"x\" user_carol=\"x\";";
        broker =
                new SecuredBroker(
                        folder,
                        "SASL_PLAINTEXT",
                        Map.of(
                                "sasl.enabled.mechanisms", "PLAIN",
                                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                                        LOGIN.formatted("admin", "x") + users,
                                "authorizer.class.name",
                                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                                "super.users", "User:admin;User:ANONYMOUS"));
        try (var admin = Admin.create(config("admin"))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("served", 1, (short) 1),
                                    new NewTopic("held", 2, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
            var allowed =
                    List.of(
                            may("alice", ResourceType.TOPIC, "served", AclOperation.READ),
                            may("alice", ResourceType.TOPIC, "served", AclOperation.WRITE),
                            may("alice", ResourceType.TOPIC, "held", AclOperation.READ),
                            may("alice", ResourceType.GROUP, "m03-", AclOperation.READ),
                            id("alice", AclOperation.WRITE),
                            may("bob", ResourceType.TOPIC, "held", AclOperation.DESCRIBE),
                            may("carol", ResourceType.TOPIC, "served", AclOperation.READ),
                            id("carol", AclOperation.WRITE));
            admin.createAcls(allowed).all().get(60, TimeUnit.SECONDS);
            // The controller answers once they are in its log; the broker goes by them later.
            await().atMost(LIMIT)
                    .until(() -> Set.copyOf(known(admin)), Set.copyOf(allowed)::equals);
        }
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void whatIsHiddenIsToldOnceAndTheServicesWork() throws Exception {
        try (var lab = lab("alice")) {
            log.await(0, e -> e.event() instanceof ViewRefused, LIMIT);
            run(lab, "A-1", Ending.ABORT).get(60, TimeUnit.SECONDS);
            run(lab, "C-1", Ending.COMMIT).get(60, TimeUnit.SECONDS);
            assertEquals("C-1", first.poll(60, TimeUnit.SECONDS));
            assertEquals("C-1", second.poll(60, TimeUnit.SECONDS));
        }
        assertEquals(List.of("DescribeConfigs", "__transaction_state"), hidden());
        assertTrue(all(LabFailed.class).isEmpty(), log.from(0)::toString);
    }

    @Test
    void whatIsEssentialIsRefusedInKafkasWords() throws Exception {
        try (var lab = lab("carol")) {
            var failed =
                    (ConsumerFailed)
                            log.await(0, e -> e.event() instanceof ConsumerFailed, LIMIT).event();
            assertEquals("GroupAuthorizationException", failed.failure().type());

            var answer = run(lab, "C-1", Ending.COMMIT);
            var thrown =
                    assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
            var why = assertInstanceOf(KafkaUnavailableException.class, thrown.getCause());
            assertTrue(
                    String.valueOf(why.getMessage())
                            .startsWith("TopicAuthorizationException: Not authorized to access"),
                    why::getMessage);
        }
        assertTrue(all(ConsumerFailed.class).size() <= 2, "each consumer says it once");
    }

    @Test
    void whoHoldsTheOffsetIsNotGuessedWhereTheClusterHidesIt() throws Exception {
        var config = config("admin");
        config.put("transactional.id", "of-others");
        var strings = new StringSerializer();
        try (var producer = new KafkaProducer<>(config, strings, strings)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("held", 0, "k", "v")).get();
            producer.send(new ProducerRecord<>("held", 1, "k", "v")).get();

            var alice = look("alice");
            assertEquals(List.of("ListTransactions"), notShown(alice));
            assertEquals(2, unowned(alice));

            var bob = look("bob");
            assertEquals(List.of("DescribeProducers", "OffsetFetch", "OffsetFetch"), notShown(bob));
            assertEquals(2, unowned(bob));

            assertEquals(List.of(), notShown(look("admin")));
            assertEquals(List.of("DescribeTopics"), notShown(look("carol")));
            producer.abortTransaction();
        }
    }

    private static List<ClusterFinding> look(String who) throws InterruptedException {
        return new ClusterCheckup(config(who)).look("held", GROUPS);
    }

    private static List<String> notShown(List<ClusterFinding> findings) {
        return findings.stream()
                .filter(NotShown.class::isInstance)
                .map(f -> ((NotShown) f).what())
                .toList();
    }

    private static long unowned(List<ClusterFinding> findings) {
        return findings.stream()
                .filter(LastStableOffsetHeld.class::isInstance)
                .peek(f -> assertNull(((LastStableOffsetHeld) f).holder()))
                .count();
    }

    private List<String> hidden() {
        return all(ViewRefused.class).stream().map(ViewRefused::request).toList();
    }

    private <T> List<T> all(Class<T> kind) {
        return log.from(0).stream()
                .map(e -> (Object) e.event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Collection<AclBinding> known(Admin admin) throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get(60, TimeUnit.SECONDS);
    }

    private static AclBinding may(String who, ResourceType kind, String name, AclOperation what) {
        var pattern = new ResourcePattern(kind, name, PatternType.PREFIXED);
        var entry = new AccessControlEntry("User:" + who, "*", what, AclPermissionType.ALLOW);
        return new AclBinding(pattern, entry);
    }

    private static AclBinding id(String who, AclOperation what) {
        return may(who, ResourceType.TRANSACTIONAL_ID, "txscope-http", what);
    }

    private static Map<String, Object> config(String who) {
        var config = new HashMap<String, Object>();
        config.put("bootstrap.servers", broker.address());
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "PLAIN");
        config.put("sasl.jaas.config", LOGIN.formatted(who, "x") + ";");
        return config;
    }

    private ServiceLab lab(String who) throws Exception {
        var file = new StringBuilder();
        config(who).forEach((k, v) -> file.append(k).append('=').append(v).append('\n'));
        String client = file.toString().replaceAll("bootstrap.*\n", "");
        return new ServiceLab(
                new ServiceLab.Site.Existing(broker.address(), ClientFile.parse(client), "served"),
                ServiceOptions.DEFAULT,
                new Services.Sinks(r -> keep(first, r), r -> keep(second, r)),
                log);
    }

    private static void keep(BlockingQueue<String> keys, RecordDelivered record) {
        keys.add(String.valueOf(record.content().key()));
    }

    private static CompletableFuture<Void> run(ServiceLab lab, String key, Ending ending) {
        var request = new TransactionRequest(key, "{}", ending, "POST " + key);
        return lab.services().runner().run(request).toCompletableFuture();
    }
}
