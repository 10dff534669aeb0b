package dev.txscope;

import dev.txscope.cli.Program.Running;
import dev.txscope.cli.Request;
import dev.txscope.cli.ServiceNews;
import dev.txscope.event.EventLog;
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
    private final ServedNews facts;
    private final EventLog log = EventLog.keepingNewest(KEPT);
    private final Journal journal = Journal.ofUser(log);
    private final Actors actors = new Actors();
    private final List<Service> open = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DeliveryCounter first = new DeliveryCounter();
    private final DeliveryCounter second = new DeliveryCounter();
    private final ServiceLab lab;

    ServedLab(
            ServiceLab.Site site,
            ServiceOptions options,
            Request.Services wanted,
            Consumer<ServiceNews> news) {
        this.news = news;
        String bootstrap =
                switch (site) {
                    case ServiceLab.Site.Embedded _ -> "";
                    case ServiceLab.Site.Existing e -> e.bootstrap();
                };
        facts = new ServedNews(bootstrap, news);
        lab = new ServiceLab(site, options, new Services.Sinks(first, second), log);
        var executor = actors.perTask("http");
        var routes = ServiceRoutes.of(lab.services(), facts::broker, first, second);
        open(1, wanted.port(), routes.writing(), executor);
        open(2, wanted.secondPort(), routes.reading(), executor);
        journal.watch();
        journal.begin(actors, null);
        actors.start("serve-news", this::follow);
        if (!bootstrap.isEmpty()) {
            actors.start("serve-patience", facts::awaitFirst);
        }
    }

    private void open(int number, int port, Routes routes, Executor executor) {
        try {
            var service = Service.open(port, routes, Limits.DEFAULT, executor);
            open.add(service);
            facts.opened(number, URI.create("http://127.0.0.1:" + service.port()));
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
                    if (!closed.get()) { // What the end itself brings about is no news.
                        facts.tell(fact.event());
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Frees the ports, then ends the clients and the broker. Only the first call does anything,
    /// and another waits for it.
    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            open.forEach(Service::close);
            lab.close();
            journal.close();
        }
    }
}
