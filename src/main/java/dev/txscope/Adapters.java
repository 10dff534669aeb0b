package dev.txscope;

import dev.txscope.cli.Pixels;
import dev.txscope.cli.Program;
import dev.txscope.cli.Request;
import dev.txscope.cli.ServiceNews;
import dev.txscope.cli.UnusableException;
import dev.txscope.command.ClusterFinding;
import dev.txscope.command.Lab;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;
import dev.txscope.kafka.ClientFile;
import dev.txscope.kafka.ClusterCheckup;
import dev.txscope.kafka.FreshReader;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.Kcat;
import dev.txscope.kafka.LabOptions;
import dev.txscope.kafka.ServiceLab;
import dev.txscope.kafka.ServiceOptions;
import dev.txscope.kafka.broker.BrokerOptions;
import dev.txscope.projection.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the command line starts, made of Kafka and JavaFX.
final class Adapters implements Program {
    /// A fact whose cause has not come after so long is in the wrong order for good.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private boolean displayFailed;

    @Override
    public String kafkaVersion() {
        return KafkaLab.kafkaVersion();
    }

    /// Elsewhere than on a Unix without a window system there is one, as far as anybody can tell
    /// without asking a toolkit.
    @Override
    public boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !displayFailed
                && (system.startsWith("windows") || system.startsWith("mac") || hasUnixDisplay());
    }

    private static boolean hasUnixDisplay() {
        return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .map(System::getenv)
                .anyMatch(value -> value != null && !value.isEmpty());
    }

    @Override
    public boolean openWindow(Request.Window options) {
        var broker = new BrokerOptions(options.port(), options.data());
        try {
            App.open(LabOptions.DEFAULT.withBroker(broker), options::over);
        } catch (UnsupportedOperationException _) {
            // JavaFX found a display's name and no display. What App itself throws comes wrapped.
            displayFailed = true;
        }
        return !displayFailed;
    }

    @Override
    public Lab startLab(int port, EventLog log) {
        var options = LabOptions.DEFAULT.withBroker(new BrokerOptions(port, null));
        return new KafkaLab(options, log, PATIENCE);
    }

    @Override
    public Running readAfresh(
            String address, TopicPartition partition, Isolation isolation, EventLog log) {
        return new FreshReader(address, partition, isolation, log)::close;
    }

    @Override
    public Pixels paint(EventLog log, Request.Picture picture) throws InterruptedException {
        return new WindowPainter(log, picture).paint();
    }

    @Override
    public Running startServices(
            Request.Cluster cluster, Request.Services services, Consumer<ServiceNews> news)
            throws UnusableException {
        var options = options(cluster, services.second());
        var site = site(cluster, services.topic());
        if (options.kcat() != null && asksForCredentials(site)) {
            throw new UnusableException(Message.of("serve.kcat.config"));
        }
        return new ServedLab(site, options, services, news);
    }

    /// Kafka's settings are not kcat's, and secrets on a command line are everybody's.
    private static boolean asksForCredentials(ServiceLab.Site site) {
        return site instanceof ServiceLab.Site.Existing elsewhere && !elsewhere.client().isEmpty();
    }

    /// On a cluster that others use too, a `transactional.id` of its own: two of one name would
    /// fence each other at every request.
    private static ServiceOptions options(Request.Cluster cluster, Request.SecondConsumer second)
            throws UnusableException {
        var kcat =
                switch (second) {
                    case JAVA -> null;
                    case KCAT ->
                            Kcat.find()
                                    .orElseThrow(
                                            () -> new UnusableException(Message.of("serve.kcat")));
                };
        var usual = ServiceOptions.DEFAULT.withKcat(kcat);
        return switch (cluster) {
            case Request.Cluster.Own _ -> usual;
            case Request.Cluster.Elsewhere _ ->
                    new ServiceOptions(
                            usual.transactionalId() + "-" + UUID.randomUUID(),
                            usual.limit(),
                            usual.firstGroup(),
                            usual.secondGroup(),
                            usual.kcat());
        };
    }

    private static ServiceLab.Site site(Request.Cluster cluster, String topic)
            throws UnusableException {
        return switch (cluster) {
            case Request.Cluster.Own(int port, var data) ->
                    new ServiceLab.Site.Embedded(new BrokerOptions(port, data), topic);
            case Request.Cluster.Elsewhere(var bootstrap, var file) ->
                    new ServiceLab.Site.Existing(bootstrap, clientFile(file), topic);
        };
    }

    private static ClientFile clientFile(@Nullable Path file) throws UnusableException {
        try {
            return file == null ? ClientFile.NONE : ClientFile.read(file);
        } catch (ClientFile.RefusedException e) {
            throw new UnusableException(Message.of("serve.config.key", e.key()));
        } catch (IOException e) {
            throw new UnusableException(Message.of("serve.config", String.valueOf(e)));
        }
    }

    @Override
    public Running onEnd(Runnable end, Runnable orphaned) {
        return ProcessEnd.watch(end, orphaned);
    }

    @Override
    public List<ClusterFinding> examine(Request.Cluster.Elsewhere cluster, String topic)
            throws InterruptedException, UnusableException {
        var groups =
                List.of(ServiceOptions.DEFAULT.firstGroup(), ServiceOptions.DEFAULT.secondGroup());
        return ClusterCheckup.of(cluster.bootstrap(), clientFile(cluster.clientConfig()))
                .look(topic, groups);
    }
}
