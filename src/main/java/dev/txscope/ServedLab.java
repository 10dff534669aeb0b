package dev.txscope;

import dev.txscope.cli.PortOwner;
import dev.txscope.cli.Program.Running;
import dev.txscope.cli.Request;
import dev.txscope.cli.ServiceNews;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.EventLog;
import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.http.Limits;
import dev.txscope.http.PortTakenException;
import dev.txscope.http.Routes;
import dev.txscope.http.Service;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.ServiceLab;
import dev.txscope.kafka.ServiceOptions;
import dev.txscope.kafka.Services;
import dev.txscope.projection.DeliveryCounter;
import dev.txscope.projection.Message;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A broker or a cluster, and the two services in front of it, without a window.
///
/// The ports are taken at once; that a service is ready is told when the topic is.
final class ServedLab implements Running {
    /// Only the newest facts are looked at.
    private static final int KEPT = 10_000;

    private final Consumer<ServiceNews> news;
    private final EventLog log = EventLog.keepingNewest(KEPT);
    private final Actors actors = new Actors(this::report);
    private final List<Service> open = new ArrayList<>();
    private final List<ServiceNews> waiting = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DeliveryCounter first = new DeliveryCounter();
    private final DeliveryCounter second = new DeliveryCounter();
    private final ServiceLab lab;
    private volatile String broker;
    private boolean served;

    ServedLab(
            ServiceLab.Site site,
            ServiceOptions options,
            Request.Services wanted,
            Consumer<ServiceNews> news) {
        this.news = news;
        broker =
                switch (site) {
                    case ServiceLab.Site.Embedded _ -> "";
                    case ServiceLab.Site.Existing e -> e.bootstrap();
                };
        lab = new ServiceLab(site, options, new Services.Sinks(first, second), log);
        var executor = actors.perTask("http");
        var routes = ServiceRoutes.of(lab.services(), () -> broker, first, second);
        open(1, wanted.port(), routes.writing(), executor);
        open(2, wanted.secondPort(), routes.reading(), executor);
        if (site instanceof ServiceLab.Site.Existing) {
            waiting.addFirst(new ServiceNews.BrokerReady(broker));
        }
        actors.start("serve-news", this::follow);
    }

    private void open(int number, int port, Routes routes, Executor executor) {
        try {
            var service = Service.open(port, routes, Limits.DEFAULT, executor);
            open.add(service);
            var address = URI.create("http://127.0.0.1:" + service.port());
            waiting.add(new ServiceNews.ServiceReady(number, address));
        } catch (PortTakenException e) {
            news.accept(new ServiceNews.PortTaken(number, e.port()));
        } catch (IOException e) {
            var why = Message.of("serve.port", String.valueOf(number), String.valueOf(e));
            news.accept(new ServiceNews.Trouble(why));
        }
    }

    private void follow() {
        long next = 0;
        try {
            while (true) {
                log.awaitMoreThan(next);
                for (var fact : log.from(next)) {
                    next = fact.seq() + 1;
                    if (fact.event() instanceof SessionEvent event) {
                        tell(event);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(SessionEvent event) {
        switch (event) {
            case BrokerReady ready -> {
                broker = ready.address();
                news.accept(new ServiceNews.BrokerReady(broker));
            }
            case BrokerFailed f ->
                    news.accept(new ServiceNews.Failed(why(f.problem(), f.detail()), f.logTail()));
            case BrokerDied d ->
                    news.accept(new ServiceNews.BrokerDied(why(d.problem(), d.detail())));
            case TopicReady(var partition) -> topicReady(partition.topic());
            case LabFailed(_, var failure) -> news.accept(failed(failure));
            case SessionEvent.BrokerStarting _,
                    SessionEvent.SettingsChosen _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceFailed _,
                    SessionEvent.ServiceStopped _,
                    SessionEvent.ClockStepped _ -> {}
        }
    }

    private void topicReady(String topic) {
        if (!served) {
            served = true;
            var ready = new ArrayList<>(waiting);
            boolean elsewhere =
                    !ready.isEmpty() && ready.getFirst() instanceof ServiceNews.BrokerReady;
            ready.add(elsewhere ? 1 : 0, new ServiceNews.TopicReady(topic));
            ready.forEach(news);
        }
    }

    private ServiceNews failed(Failure failure) {
        var text = Message.of("serve.raw", failure.type() + ": " + failure.message());
        return failure.severity() == Failure.Severity.FATAL && !served
                ? new ServiceNews.Failed(text, List.of())
                : new ServiceNews.Trouble(text);
    }

    private static Message why(BrokerProblem problem, String detail) {
        var sentence = Message.of("cell.problem." + problem.name().toLowerCase(Locale.ROOT));
        return problem == BrokerProblem.PORT_TAKEN && detail.matches("[0-9]{1,5}")
                ? Message.of(
                        "serve.why.port",
                        sentence,
                        detail,
                        PortOwner.question(Integer.parseInt(detail)))
                : Message.of("serve.why", sentence, detail);
    }

    private void report(Thread thread, Throwable thrown) {
        news.accept(
                new ServiceNews.Trouble(Message.of("serve.raw", thread.getName() + ": " + thrown)));
    }

    /// Frees the ports, then ends the clients and the broker. Only the first call does anything,
    /// and another waits for it.
    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            open.forEach(Service::close);
            lab.close();
        }
    }
}
