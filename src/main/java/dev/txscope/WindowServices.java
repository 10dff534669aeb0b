package dev.txscope;

import dev.txscope.command.Command.StartServices;
import dev.txscope.command.SecondConsumer;
import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.Kcat;
import dev.txscope.kafka.ServiceOptions;
import dev.txscope.kafka.Services;
import dev.txscope.projection.DeliveryCounter;
import dev.txscope.projection.ServicesState;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// The two services beside the window's own clients, on the same broker and topic; what becomes of
/// them is told by facts. They live on while the broker is away.
///
/// Any thread may ask; a thread of its own does it.
final class WindowServices implements AutoCloseable {
    private final KafkaLab lab;
    private final Supplier<String> broker;
    private final WindowPorts ports;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Thread thread;
    // The groups read on where they were, so what they were given counts on, too.
    private final DeliveryCounter first = new DeliveryCounter();
    private final DeliveryCounter second = new DeliveryCounter();
    private @Nullable Services services;
    private @Nullable SecondConsumer reader;
    private boolean closed;

    /// @param broker the broker's address, empty before it is ready
    WindowServices(KafkaLab lab, EventLog log, Supplier<String> broker, Actors actors) {
        this.lab = lab;
        this.broker = broker;
        ports = new WindowPorts(log, actors.perTask("http"));
        thread = actors.start("services", this::run);
    }

    void start(StartServices wanted) {
        mailbox.add(() -> startNow(wanted));
    }

    void stop() {
        mailbox.add(this::stopNow);
    }

    private void run() {
        try {
            while (true) {
                mailbox.take().run();
            }
        } catch (InterruptedException _) {
            // Only close() interrupts: the end.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startNow(StartServices wanted) {
        if (closed) {
            return;
        }
        if (services != null && reader != wanted.second()) {
            stopNow();
        }
        Services now = services == null ? clients(wanted.second()) : services;
        services = now;
        reader = wanted.second();
        var routes = ServiceRoutes.of(now, broker, first, second);
        var options = now.options();
        ports.open(
                new ServiceStarted(
                        ServicesState.FIRST, "", now.firstClient(), options.firstGroup()),
                wanted.port(),
                routes.writing());
        ports.open(
                new ServiceStarted(
                        ServicesState.SECOND, "", now.secondClient(), options.secondGroup()),
                wanted.secondPort(),
                routes.reading());
    }

    private Services clients(SecondConsumer wanted) {
        Kcat kcat =
                switch (wanted) {
                    case JAVA -> null;
                    case KCAT -> Kcat.find().orElse(null);
                };
        return lab.startServices(
                ServiceOptions.DEFAULT.withKcat(kcat), new Services.Sinks(first, second));
    }

    private synchronized void stopNow() {
        ports.close();
        if (services != null) {
            services.close();
        }
        services = null;
        reader = null;
        ports.tellStopped();
    }

    /// Frees the ports and ends the clients; a few seconds at most.
    @Override
    public void close() {
        thread.interrupt();
        synchronized (this) {
            closed = true;
            stopNow();
        }
    }
}
