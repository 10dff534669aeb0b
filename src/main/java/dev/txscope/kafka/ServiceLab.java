package dev.txscope.kafka;

import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.Source;
import dev.txscope.kafka.broker.BrokerOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/// The Kafka side of the local services without a window: a broker of its own or an existing
/// cluster, the producer and the two consumers. No panes, no probes: nothing in a cluster that is
/// not ours is read but the topic.
///
/// | fact         | tells                                                                 |
/// |--------------|-----------------------------------------------------------------------|
/// | BrokerReady  | the embedded broker's address; none for an existing cluster           |
/// | TopicReady   | requests are served from now on                                       |
/// | ViewRefused  | what an existing cluster does not let us see, each thing once         |
/// | BrokerFailed | the embedded broker could not start; tried again if it ever was ready |
/// | BrokerDied   | it is started again by itself                                         |
/// | LabFailed    | TRANSIENT: tried again; FATAL: the cluster refuses, requests will fail |
public final class ServiceLab implements AutoCloseable {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "lab");

    private final FactStream facts;
    private final Services services;
    private final Connector connector;
    private final @Nullable BrokerKeeper broker;

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
        var actors = new Actors((thread, thrown) -> reportUncaught(log, thread, thrown));
        // Nothing observes the causes here, so nothing waits for them.
        facts = new FactStream(log, actors, Duration.ZERO);
        boolean own = site instanceof Site.Embedded;
        var where = new Services.Site(site.topic(), own, security(site), facts, actors);
        services = new Services(options, where, sinks);
        connector = new Connector(site, services, SOURCE, facts, actors);
        switch (site) {
            case Site.Embedded e -> {
                broker = new BrokerKeeper(e.broker(), SOURCE, facts, actors, connector::answersAt);
                broker.start();
            }
            case Site.Existing e -> {
                broker = null;
                connector.answersAt(e.bootstrap());
            }
        }
    }

    public Services services() {
        return services;
    }

    /// What clients are configured with, beside; for them alone.
    static Map<String, String> security(Site site) {
        return switch (site) {
            case Site.Embedded _ -> Map.of();
            case Site.Existing e -> e.client().settings();
        };
    }

    private static void reportUncaught(EventLog log, Thread thread, Throwable thrown) {
        var failed = new LabFailed(thread.getName(), Failures.of(thrown, Severity.FATAL));
        log.append(log.observe(SOURCE, Evidence.OBSERVED, failed));
    }

    /// Ends the services, then the broker; a few seconds at most.
    @Override
    public void close() {
        connector.close();
        services.close();
        if (broker != null) {
            broker.close();
        }
        facts.close();
    }
}
