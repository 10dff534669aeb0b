package dev.txscope.kafka;

import dev.txscope.command.Command;
import dev.txscope.command.Command.StartBroker;
import dev.txscope.command.Command.StartProducer;
import dev.txscope.command.Lab;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.SettingsChosen;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Source;
import dev.txscope.kafka.broker.BrokerListener;
import dev.txscope.kafka.broker.EmbeddedBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A broker of its own, a producer, two consumers and the probes: commands in, facts out.
///
/// Any thread may submit. Commands are taken by the thread `lab` and passed on to the thread of the
/// client that they are for, so that a call that hangs holds up that client's next calls only.
public final class KafkaLab implements Lab {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "lab");

    private final LabOptions options;
    private final Actors actors;
    private final FactStream facts;
    private final EmbeddedBroker broker;
    private final BlockingQueue<Task> mailbox = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Admin admin;
    private @Nullable LabClients clients;
    private @Nullable Services services;
    private @Nullable String address;
    private @Nullable Thread settings;
    private boolean running;
    private int attempts;

    /// What the lab's thread does next.
    private interface Task {
        void run() throws InterruptedException;
    }

    /// Makes a lab and starts its broker; returns at once.
    public KafkaLab(LabOptions options, EventLog log) {
        this(options, log, FactStream.PATIENCE);
    }

    /// @param patience how long a fact waits for its cause at most: long where the order of facts
    ///   is judged, so that a slow machine does not change it
    public KafkaLab(LabOptions options, EventLog log, Duration patience) {
        this.options = options;
        actors = new Actors((thread, thrown) -> reportUncaught(log, thread, thrown));
        facts = new FactStream(log, actors, patience);
        broker = new EmbeddedBroker(options.broker(), actors, new Ears());
        thread = actors.start("lab", this::run);
        submit(new StartBroker());
    }

    /// Whether a broker of our own has a start-up cache here, as it has in an installed program.
    public static boolean hasStartUpCache() {
        return EmbeddedBroker.hasStartUpCache();
    }

    /// The version of Kafka's clients, which is the broker's too.
    public static String kafkaVersion() {
        return AppInfoParser.getVersion();
    }

    /// An actor has ended: nobody is left to report through.
    private static void reportUncaught(EventLog log, Thread thread, Throwable thrown) {
        var failed = new LabFailed(thread.getName(), Failures.of(thrown, Severity.FATAL));
        log.append(log.observe(SOURCE, Evidence.OBSERVED, failed));
    }

    @Override
    public void submit(Command command) {
        mailbox.add(() -> execute(command));
    }

    /// Starts the Kafka side of the local services on the lab's topic, as a producer and consumers
    /// of their own; returns at once. Requests wait for the broker. Services from before are ended.
    public Services startServices(ServiceOptions wanted, Services.Sinks sinks) {
        var site = new Services.Site(options.topic(), true, Map.of(), facts, actors);
        var made = new Services(wanted, site, sinks);
        mailbox.add(() -> install(made));
        return made;
    }

    private void install(Services made) {
        if (services != null) {
            services.close();
        }
        services = made;
        if (address != null) {
            made.connected(address);
        }
    }

    private void run() {
        try {
            while (!closing) {
                mailbox.take().run();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the end.
            Thread.currentThread().interrupt();
        }
    }

    private void execute(Command command) {
        if (command instanceof StartBroker) {
            startBroker();
        } else if (clients == null) {
            refuse("No broker has been ready yet");
        } else {
            clients.execute(command);
        }
    }

    private void startBroker() {
        if (running) {
            refuse("The broker was started already");
        } else {
            running = true;
            saw(new BrokerStarting(++attempts));
            broker.start();
        }
    }

    private void refuse(String why) {
        saw(new LabFailed("lab", new Failure("IllegalStateException", why, Severity.REFUSED)));
    }

    /// Makes the clients at the first broker's first answer; later they find it by themselves, and
    /// the producer starts anew, since what its old self had open is to be ended.
    private void connect(String address) throws InterruptedException {
        try (var asking = Admin.create(ClientConfigs.admin(address))) {
            admin = asking;
            var topics = new LabTopics(asking);
            var log = topics.lab(options.topic());
            saw(new TopicReady(log.partition()));
            if (clients == null) {
                var state = topics.coordinatorLog(options.transactionalId());
                var targets = new LabClients.Targets(log, state);
                clients = new LabClients(options, address, targets, facts, actors);
                clients.afterCalls(() -> mailbox.add(this::startSettings));
            } else {
                clients.execute(new StartProducer());
            }
            this.address = address;
            if (services != null) {
                services.connected(address);
            }
        } catch (KafkaException e) {
            saw(new LabFailed("lab", Failures.of(e, Severity.TRANSIENT)));
        } finally {
            admin = null;
        }
    }

    /// On a thread of its own, and when the producer is ready: Kafka's definitions take longer to
    /// load than a person waits for.
    private void startSettings() {
        settings = actors.start("settings", this::tellSettings);
    }

    private void tellSettings() {
        saw(new SettingsChosen(ChosenSettings.of(options)));
    }

    /// Lets the lab's thread go on if it waits for a broker that will not answer.
    private void stopAsking() {
        var asking = admin;
        if (asking != null) {
            asking.close(Duration.ZERO);
        }
    }

    private void saw(SessionEvent event) {
        facts.saw(SOURCE, event);
    }

    @Override
    public void close() {
        closing = true;
        stopAsking();
        thread.interrupt();
        Closing.join(thread);
        if (services != null) {
            services.close();
        }
        if (settings != null) {
            Closing.join(settings);
        }
        if (clients != null) {
            clients.close();
        }
        broker.close();
        facts.close();
    }

    /// Hears of the broker, on its thread.
    private final class Ears implements BrokerListener {
        @Override
        public void ready(String address, Duration took) {
            var version = kafkaVersion();
            saw(new BrokerReady(address, version, took, folder(), broker.keepsData()));
            mailbox.add(() -> connect(address));
        }

        @Override
        public void failed(BrokerProblem problem, String detail, List<String> logTail) {
            mailbox.add(() -> running = false);
            saw(new BrokerFailed(problem, detail, logTail, folder()));
        }

        @Override
        public void died(BrokerProblem problem, String detail, List<String> logTail) {
            stopAsking();
            mailbox.add(() -> running = false);
            saw(new BrokerDied(problem, detail, logTail, folder()));
        }

        private String folder() {
            return Objects.toString(broker.folder(), "");
        }
    }
}
