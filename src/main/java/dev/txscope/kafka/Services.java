package dev.txscope.kafka;

import dev.txscope.command.TransactionRunner;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The Kafka side of the local services: a producer that runs requests, and two consumers, each in
/// a group of its own. They survive the broker's death. Any thread may call.
public final class Services implements AutoCloseable {
    /// The producer's name in facts.
    public static final String PRODUCER = "HTTP";

    private final ServiceOptions options;
    private final Site site;
    private final Sinks sinks;
    private final RequestRunner runner;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private boolean connected;
    private boolean closed;

    /// Where what the consumers' applications are given goes, on the consumers' threads: it must be
    /// quick.
    public record Sinks(Consumer<RecordDelivered> first, Consumer<RecordDelivered> second) {}

    /// Where services live.
    ///
    /// @param alone whether nobody else can be in the groups: the broker is our own
    /// @param security what clients of an existing cluster are configured with, beside
    record Site(
            String topic,
            boolean alone,
            Map<String, String> security,
            FactStream facts,
            Actors actors) {}

    Services(ServiceOptions options, Site site, Sinks sinks) {
        this.options = options;
        this.site = site;
        this.sinks = sinks;
        // The coordinator gives up soon after nobody waits for the answer any more.
        int timeout = (int) options.limit().plusSeconds(5).toMillis();
        var init = new InitTransactions(options.transactionalId(), timeout);
        var who =
                new RequestRunner.Identity(
                        PRODUCER, site.topic(), init, options.limit(), options.call());
        runner = new RequestRunner(who, site.facts(), site.actors());
        endings.push(runner::close);
    }

    /// Runs what is asked for. What depends on its stages runs on the producer's thread: it must
    /// only signal.
    public TransactionRunner runner() {
        return runner;
    }

    /// Where the records go.
    public String topic() {
        return site.topic();
    }

    public ServiceOptions options() {
        return options;
    }

    /// The first consumer's client: `Java, kafka-clients 4.4.0`.
    public String firstClient() {
        return "Java, kafka-clients " + KafkaLab.kafkaVersion();
    }

    /// The second consumer's client, as [#firstClient()] or [Kcat#description()].
    public String secondClient() {
        var kcat = options.kcat();
        return kcat == null ? firstClient() : kcat.description();
    }

    /// A broker answers there, perhaps again, and has the topic.
    synchronized void connected(String address) {
        if (closed) {
            return;
        }
        var strings = new StringSerializer();
        var config =
                secured(
                        ClientConfigs.service(
                                address,
                                options.transactionalId(),
                                options.limit().plusSeconds(5),
                                options.call()));
        var reader = secured(ClientConfigs.reader(address));
        var text = new StringDeserializer();
        var ends = new RecordEnd(() -> new KafkaConsumer<>(reader, text, text));
        runner.connected(() -> new KafkaProducer<>(config, strings, strings), ends::of);
        if (!connected) {
            connected = true;
            member(address, options.firstGroup(), sinks.first());
            second(address);
        }
    }

    private void second(String address) {
        var kcat = options.kcat();
        if (kcat == null) {
            member(address, options.secondGroup(), sinks.second());
            return;
        }
        var id =
                new ConsumerId(
                        options.secondGroup(), Isolation.READ_COMMITTED, options.secondGroup());
        var command = new KcatCommand(kcat, address, options.secondGroup(), site);
        var role = new MemberActor.Role(id, site.topic(), sinks.second());
        var actor = new KcatActor(role, command::builder, site.facts(), site.actors());
        endings.push(actor::close);
    }

    private void member(String address, String group, Consumer<RecordDelivered> sink) {
        var strings = new StringDeserializer();
        var config = secured(ClientConfigs.member(address, group, site.alone()));
        var id = new ConsumerId(group, Isolation.READ_COMMITTED, group);
        var member =
                new MemberActor(
                        new MemberActor.Role(id, site.topic(), sink),
                        () -> new KafkaConsumer<>(config, strings, strings),
                        site.facts(),
                        site.actors());
        endings.push(member::close);
    }

    private Map<String, Object> secured(Map<String, Object> config) {
        var all = new HashMap<>(config);
        all.putAll(site.security());
        return all;
    }

    /// Fails what still waits, and ends all of it within seconds. A second call does nothing.
    @Override
    public synchronized void close() {
        closed = true;
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
