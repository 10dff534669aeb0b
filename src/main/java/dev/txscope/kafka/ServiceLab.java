package dev.txscope.kafka;

import dev.txscope.event.BrokerProblem;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;
import dev.txscope.kafka.broker.BrokerListener;
import dev.txscope.kafka.broker.BrokerOptions;
import dev.txscope.kafka.broker.EmbeddedBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The Kafka side of the local services without a window: a broker of its own or an existing
/// cluster, the producer and the two consumers. No panes, no probes: nothing in a cluster that is
/// not ours is read but the topic.
///
/// | fact         | tells                                                                 |
/// |--------------|-----------------------------------------------------------------------|
/// | BrokerReady  | the embedded broker's address; none for an existing cluster           |
/// | TopicReady   | requests are served from now on                                       |
/// | BrokerFailed | the embedded broker could not start, and is not tried again           |
/// | BrokerDied   | it is started again by itself                                         |
/// | LabFailed    | TRANSIENT: tried again; FATAL: the cluster refuses, requests will fail |
public final class ServiceLab implements AutoCloseable {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "lab");
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Site site;
    private final Actors actors;
    private final FactStream facts;
    private final Services services;
    private final @Nullable EmbeddedBroker broker;
    private final BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Admin admin;
    private int attempts;
    private boolean failing;

    /// Where the broker is.
    public sealed interface Site {
        /// The topic of the services, made with one partition if it is missing.
        String topic();

        /// A broker of our own.
        record Embedded(BrokerOptions broker, String topic) implements Site {}

        /// A cluster that runs already.
        ///
        /// @param bootstrap `host:port`, several with commas between
        record Existing(String bootstrap, ClientFile client, String topic) implements Site {}
    }

    /// Starts everything; returns at once.
    ///
    /// @param log one that forgets, where this is to run for long: [EventLog#keepingNewest]
    public ServiceLab(Site site, ServiceOptions options, Services.Sinks sinks, EventLog log) {
        this.site = site;
        actors = new Actors((thread, thrown) -> reportUncaught(log, thread, thrown));
        // Nothing observes the causes here, so nothing waits for them.
        facts = new FactStream(log, actors, Duration.ZERO);
        boolean own = site instanceof Site.Embedded;
        services =
                new Services(
                        options,
                        new Services.Site(site.topic(), own, security(), facts, actors),
                        sinks);
        broker =
                switch (site) {
                    case Site.Embedded e -> new EmbeddedBroker(e.broker(), actors, new Ears());
                    case Site.Existing _ -> null;
                };
        thread = actors.start("lab", this::run);
    }

    public Services services() {
        return services;
    }

    private static void reportUncaught(EventLog log, Thread thread, Throwable thrown) {
        var failed = new LabFailed(thread.getName(), Failures.of(thrown, Severity.FATAL));
        log.append(log.observe(SOURCE, Evidence.OBSERVED, failed));
    }

    private Map<String, String> security() {
        return switch (site) {
            case Site.Embedded _ -> Map.of();
            case Site.Existing e -> e.client().settings();
        };
    }

    private void run() {
        try {
            switch (site) {
                case Site.Embedded _ -> startBroker();
                case Site.Existing e -> addresses.add(e.bootstrap());
            }
            while (!closing) {
                connect(addresses.take());
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the end.
            Thread.currentThread().interrupt();
        }
    }

    private void startBroker() {
        if (broker != null && !closing) {
            saw(new BrokerStarting(++attempts));
            broker.start();
        }
    }

    private void connect(String address) throws InterruptedException {
        var config = ClientConfigs.admin(address);
        config.putAll(security());
        try (var asking = Admin.create(config)) {
            admin = asking;
            saw(new TopicReady(topic(asking)));
            failing = false;
            services.connected(address);
        } catch (KafkaException e) {
            if (!closing) { // What the end itself brings about is no failure.
                refused(e, address);
            }
        } finally {
            admin = null;
        }
    }

    private TopicPartition topic(Admin asking) throws InterruptedException {
        return new LabTopics(asking).lab(site.topic()).partition();
    }

    /// An outage is one fact; a refusal is the last.
    private void refused(KafkaException e, String address) throws InterruptedException {
        boolean lasting =
                e instanceof AuthenticationException
                        || e instanceof AuthorizationException
                        || e instanceof InvalidTopicException
                        || e.getClass() == KafkaException.class
                        || e instanceof org.apache.kafka.common.config.ConfigException;
        if (lasting || !failing) {
            failing = true;
            saw(
                    new LabFailed(
                            "lab", Failures.of(e, lasting ? Severity.FATAL : Severity.TRANSIENT)));
        }
        if (!lasting) {
            var newer =
                    addresses.poll(RETRY.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            addresses.add(newer == null ? address : newer);
        }
    }

    private void saw(SessionEvent event) {
        facts.saw(SOURCE, event);
    }

    /// Ends the services, then the broker; a few seconds at most.
    @Override
    public void close() {
        closing = true;
        var asking = admin;
        if (asking != null) {
            asking.close(Duration.ZERO);
        }
        thread.interrupt();
        Closing.join(thread);
        services.close();
        if (broker != null) {
            broker.close();
        }
        facts.close();
    }

    /// Hears of the broker, on its thread.
    private final class Ears implements BrokerListener {
        @Override
        public void ready(String address, Duration took) {
            if (broker != null) {
                var folder = String.valueOf(broker.folder());
                var version = KafkaLab.kafkaVersion();
                saw(new BrokerReady(address, version, took, folder, broker.keepsData()));
            }
            addresses.add(address);
        }

        @Override
        public void failed(BrokerProblem problem, String detail, List<String> logTail) {
            saw(new BrokerFailed(problem, detail, logTail));
        }

        @Override
        public void died(BrokerProblem problem, String detail, List<String> logTail) {
            saw(new BrokerDied(problem, detail, logTail));
            startBroker();
        }
    }
}
