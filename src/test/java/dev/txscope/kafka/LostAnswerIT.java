package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.kafka.broker.BrokerListener;
import dev.txscope.kafka.broker.BrokerOptions;
import dev.txscope.kafka.broker.EmbeddedBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Commits and aborts of a real producer whose answer does not come: the request is answered with
/// what a real broker really did.
class LostAnswerIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Actors ACTORS =
            new Actors(
                    (_, thrown) -> {
                        throw new AssertionError(thrown);
                    });
    private static EmbeddedBroker broker;
    private static String address;

    private final String topic = "t-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(topic, 0);
    private final FactStream facts = new FactStream(new EventLog(), ACTORS, Duration.ZERO);
    private RequestRunner runner;
    private volatile Fault fault = Call::make;

    /// What happens instead of the next commit or abort.
    private interface Fault {
        void meet(Call call) throws Throwable;
    }

    private interface Call {
        void make() throws Throwable;
    }

    @BeforeAll
    static void startBroker() throws Exception {
        KafkaLogging.quiet();
        var ready = new CompletableFuture<String>();
        broker = new EmbeddedBroker(BrokerOptions.DEFAULT, ACTORS, new Ears(ready));
        broker.start();
        address = ready.get(90, TimeUnit.SECONDS);
    }

    private record Ears(CompletableFuture<String> ready) implements BrokerListener {
        @Override
        public void ready(String at, Duration took) {
            ready.complete(at);
        }

        @Override
        public void failed(BrokerProblem problem, String detail, List<String> logTail) {
            ready.completeExceptionally(new AssertionError(detail + logTail));
        }

        @Override
        public void died(BrokerProblem problem, String detail, List<String> logTail) {}
    }

    @AfterAll
    static void endBroker() {
        broker.close();
    }

    @BeforeEach
    void startRunner() throws Exception {
        try (var admin = Admin.create(ClientConfigs.admin(address))) {
            new LabTopics(admin).lab(topic);
        }
        var init = new InitTransactions(topic, 60_000);
        var who = new RequestRunner.Identity("HTTP", topic, init, LIMIT, CALL);
        runner = new RequestRunner(who, facts, ACTORS);
        var text = new StringDeserializer();
        var reader = ClientConfigs.reader(address);
        var ends = new RecordEnd(() -> new KafkaConsumer<>(reader, text, text));
        runner.connected(this::faulty, ends::of);
    }

    @AfterEach
    void endRunner() {
        runner.close();
        facts.close();
    }

    @Test
    void aCommitThatHappenedIsAnsweredAsOne() throws Exception {
        fault =
                commit -> {
                    commit.make();
                    throw new TimeoutException("the answer was lost");
                };
        ask("C-1", Ending.COMMIT).get(2, TimeUnit.MINUTES);
        assertEquals(List.of("C-1", "next"), committedAfterOneMore());
    }

    @Test
    void aCommitThatNeverArrivedIsAnsweredAsAborted() throws Exception {
        fault =
                _ -> {
                    throw new TimeoutException("the request was lost");
                };
        var why = reason(ask("C-1", Ending.COMMIT));
        assertEquals("TimeoutException: the request was lost It was aborted.", why);
        assertEquals(List.of("next"), committedAfterOneMore());
    }

    @Test
    void anAbortIsDoneByTheNextProducer() throws Exception {
        fault =
                _ -> {
                    throw new TimeoutException("the request was lost");
                };
        ask("A-1", Ending.ABORT).get(2, TimeUnit.MINUTES);
        assertEquals(List.of("next"), committedAfterOneMore());
    }

    /// Whether the broker still finds the request when it goes on is its own matter.
    @Test
    void aBrokerThatFrozeIsAskedWhatItDid() throws Exception {
        fault =
                commit -> {
                    signal("STOP");
                    try {
                        commit.make();
                    } finally {
                        signal("CONT");
                    }
                };
        var answer = ask("C-1", Ending.COMMIT);
        try {
            answer.get(2, TimeUnit.MINUTES);
            assertEquals(List.of("C-1", "next"), committedAfterOneMore());
        } catch (ExecutionException _) {
            var why = reason(answer);
            assertTrue(why.endsWith("It was aborted."), why);
            assertEquals(List.of("next"), committedAfterOneMore());
        }
    }

    private static void signal(String name) throws Exception {
        var brokers = ProcessHandle.current().children().toList();
        assertEquals(1, brokers.size());
        String pid = String.valueOf(brokers.getFirst().pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    /// A real producer that meets the fault once.
    @SuppressWarnings("unchecked")
    private Producer<String, String> faulty() {
        var config = ClientConfigs.service(address, topic, Duration.ofSeconds(60), CALL);
        var strings = new StringSerializer();
        var real = new KafkaProducer<>(config, strings, strings);
        return (Producer<String, String>)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, arguments) -> {
                            var result = new ArrayList<Object>();
                            Call call = () -> result.add(invoke(real, method, arguments));
                            if (method.getName().matches("(commit|abort)Transaction")) {
                                var now = fault;
                                fault = Call::make;
                                now.meet(call);
                            } else {
                                call.make();
                            }
                            return result.getFirst();
                        });
    }

    private static Object invoke(Object on, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// The keys that are delivered, with one more transaction at the end; nothing is left open.
    private List<String> committedAfterOneMore() throws Exception {
        ask("next", Ending.COMMIT).get(2, TimeUnit.MINUTES);
        var keys = new ArrayList<String>();
        var text = new StringDeserializer();
        var config = ClientConfigs.consumer(address, Isolation.READ_COMMITTED);
        try (var consumer = new KafkaConsumer<>(config, text, text)) {
            consumer.assign(List.of(partition));
            while (!keys.contains("next")) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> keys.add(r.key()));
            }
        }
        // The markers of the last transaction come after its answer.
        while (end(IsolationLevel.READ_COMMITTED) != end(IsolationLevel.READ_UNCOMMITTED)) {
            Thread.onSpinWait();
        }
        return keys;
    }

    private long end(IsolationLevel isolation) throws Exception {
        try (var admin = Admin.create(ClientConfigs.admin(address))) {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(isolation))
                    .partitionResult(partition)
                    .get(60, TimeUnit.SECONDS)
                    .offset();
        }
    }

    private CompletableFuture<Void> ask(String key, Ending ending) {
        return runner.run(new TransactionRequest(key, "v", ending, "POST")).toCompletableFuture();
    }

    private static String reason(CompletableFuture<Void> answer) {
        var thrown = assertThrows(ExecutionException.class, () -> answer.get(2, TimeUnit.MINUTES));
        return String.valueOf(
                assertInstanceOf(KafkaUnavailableException.class, thrown.getCause()).getMessage());
    }
}
