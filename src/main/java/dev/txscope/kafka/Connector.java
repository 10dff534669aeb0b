package dev.txscope.kafka;

import dev.txscope.event.Failure.Severity;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Brings the services to a broker each time that one answers: finds or makes the topic, on a
/// thread of its own, and tries again until it is there or the cluster refuses.
final class Connector implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ServiceLab.Site site;
    private final Services services;
    private final Source source;
    private final FactStream facts;
    private final BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Admin admin;
    private boolean failing;

    Connector(
            ServiceLab.Site site,
            Services services,
            Source source,
            FactStream facts,
            Actors actors) {
        this.site = site;
        this.services = services;
        this.source = source;
        this.facts = facts;
        thread = actors.start("lab", this::run);
    }

    /// A broker answers there, or should; any thread may call.
    void answersAt(String address) {
        addresses.add(address);
    }

    private void run() {
        try {
            while (!closing) {
                connect(addresses.take());
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the end.
            Thread.currentThread().interrupt();
        }
    }

    private void connect(String address) throws InterruptedException {
        var config = ClientConfigs.admin(address);
        config.putAll(ServiceLab.security(site));
        try (var asking = Admin.create(config)) {
            admin = asking;
            var topic = new LabTopics(asking).lab(site.topic()).partition();
            saw(new TopicReady(topic));
            failing = false;
            services.connected(address);
            lookAround(asking, topic);
        } catch (KafkaException e) {
            if (!closing) { // What the end itself brings about is no failure.
                refused(e, address);
            }
        } finally {
            admin = null;
        }
    }

    /// Our own broker hides nothing; to an existing cluster we come once.
    private void lookAround(Admin asking, TopicPartition topic) throws InterruptedException {
        if (site instanceof ServiceLab.Site.Existing) {
            String id = services.options().transactionalId();
            new Sight(asking).refused(topic, id).forEach(this::saw);
        }
    }

    /// An outage is one fact; a refusal is the last.
    private void refused(KafkaException e, String address) throws InterruptedException {
        boolean lasting = isLasting(e);
        if (lasting || !failing) {
            failing = true;
            var severity = lasting ? Severity.FATAL : Severity.TRANSIENT;
            saw(new LabFailed("lab", Failures.of(e, severity)));
        }
        if (!lasting) {
            var newer = addresses.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            addresses.add(newer == null ? address : newer);
        }
    }

    private static boolean isLasting(KafkaException e) {
        return e instanceof AuthenticationException
                || e instanceof AuthorizationException
                || e instanceof InvalidTopicException
                || e.getClass() == KafkaException.class
                || e instanceof ConfigException;
    }

    private void saw(SessionEvent event) {
        facts.saw(source, event);
    }

    /// Stops asking.
    @Override
    public void close() {
        closing = true;
        var asking = admin;
        if (asking != null) {
            asking.close(Duration.ZERO);
        }
        thread.interrupt();
        Closing.join(thread);
    }
}
