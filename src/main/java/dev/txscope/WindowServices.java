package dev.txscope;

import dev.txscope.command.Command.StartServices;
import dev.txscope.command.SecondConsumer;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.ServiceFailed;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.event.SessionEvent.ServiceStopped;
import dev.txscope.event.Source;
import dev.txscope.http.Limits;
import dev.txscope.http.PortTakenException;
import dev.txscope.http.Routes;
import dev.txscope.http.Service;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.Kcat;
import dev.txscope.kafka.ServiceOptions;
import dev.txscope.kafka.Services;
import dev.txscope.projection.DeliveryCounter;
import dev.txscope.projection.ServicesState;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// The two services beside the window's own clients, on the same broker and topic; what becomes of
/// them is told by facts. They live on while the broker is away.
///
/// Any thread may ask; a thread of its own does it.
final class WindowServices implements AutoCloseable {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "services");

    private final KafkaLab lab;
    private final EventLog log;
    private final Supplier<String> broker;
    private final Actors actors;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Map<String, Service> open = new TreeMap<>();
    private final Set<String> failed = new TreeSet<>();
    // The groups read on where they were, so what they were given counts on, too.
    private final DeliveryCounter first = new DeliveryCounter();
    private final DeliveryCounter second = new DeliveryCounter();
    private @Nullable Services services;
    private @Nullable SecondConsumer reader;
    private boolean closed;

    /// @param broker the broker's address, empty before it is ready
    WindowServices(KafkaLab lab, EventLog log, Supplier<String> broker, Actors actors) {
        this.lab = lab;
        this.log = log;
        this.broker = broker;
        this.actors = actors;
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
        open(
                new ServiceStarted(
                        ServicesState.FIRST, "", now.firstClient(), options.firstGroup()),
                wanted.port(),
                routes.writing());
        open(
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

    /// @param started the fact without its address
    private void open(ServiceStarted started, int port, Routes routes) {
        String name = started.name();
        if (open.containsKey(name)) {
            return;
        }
        try {
            var service = Service.open(port, routes, Limits.DEFAULT, actors.perTask("http"));
            open.put(name, service);
            failed.remove(name);
            saw(
                    new ServiceStarted(
                            name, address(service.port()), started.consumer(), started.group()));
        } catch (PortTakenException e) {
            failed(name, port, e.whoListens(), e);
        } catch (IOException e) {
            failed(name, port, String.valueOf(e.getMessage()), e);
        }
    }

    private void failed(String name, int port, String message, IOException e) {
        String type = e.getClass().getSimpleName();
        failed.add(name);
        var why = new Failure(type, message, Failure.Severity.REFUSED);
        saw(new ServiceFailed(name, address(port), why));
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    private synchronized void stopNow() {
        open.values().forEach(Service::close);
        if (services != null) {
            services.close();
        }
        services = null;
        reader = null;
        open.keySet().forEach(name -> saw(new ServiceStopped(name)));
        failed.forEach(name -> saw(new ServiceStopped(name)));
        open.clear();
        failed.clear();
    }

    private void saw(SessionEvent event) {
        log.append(log.observe(SOURCE, Evidence.OBSERVED, event));
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
