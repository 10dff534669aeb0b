package dev.txscope;

import dev.txscope.cli.PortOwner;
import dev.txscope.cli.ServiceNews;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.CoordinatorEvent;
import dev.txscope.event.Failure;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.LogEvent;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.FolderRefused;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.ProgramFaulted;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.SessionEvent.ViewRefused;
import dev.txscope.event.TxEvent;
import dev.txscope.projection.Message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What the facts of a served lab are to who started it. Facts are told by one thread; the first
/// answer is awaited by another.
final class ServedNews {
    /// After so long somebody in front of a silent terminal wonders.
    private static final long PATIENCE_SECONDS = 3;

    private final Consumer<ServiceNews> news;
    private final List<ServiceNews> waiting = new ArrayList<>();
    private final CountDownLatch heard = new CountDownLatch(1);
    private final boolean elsewhere;
    private volatile String broker;
    private boolean served;
    private String refusal = "";

    /// @param bootstrap of a cluster that runs already; empty for a broker of our own
    ServedNews(String bootstrap, Consumer<ServiceNews> news) {
        this.news = news;
        broker = bootstrap;
        elsewhere = !bootstrap.isEmpty();
    }

    /// The broker's address, empty before it is ready.
    String broker() {
        return broker;
    }

    /// That it is ready is told when the topic is. Before the first fact only.
    void opened(int number, URI address) {
        waiting.add(new ServiceNews.ServiceReady(number, address));
    }

    /// Says that nobody answers, if so, and nobody has for a while.
    void awaitFirst() {
        try {
            if (!heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                trouble("serve.waiting", broker);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void tell(TxEvent event) {
        switch (event) {
            case SessionEvent s -> session(s);
            case ConsumerFailed(var who, var why) ->
                    trouble("serve.consumer", String.valueOf(who.group()), text(why));
            case CallFailed f when f.call() instanceof InitTransactions -> producer(f.failure());
            case RecordRejected r -> producer(r.failure());
            // Each request's own matter: its answer tells.
            case ProducerEvent _, ConsumerEvent _, CoordinatorEvent _, LogEvent _ -> {}
        }
    }

    private void session(SessionEvent event) {
        switch (event) {
            case BrokerReady ready -> {
                broker = ready.address();
                news.accept(new ServiceNews.BrokerReady(broker));
            }
            case BrokerFailed f -> brokerFailed(f);
            case BrokerDied d ->
                    news.accept(new ServiceNews.BrokerDied(why(d.problem(), d.detail())));
            case TopicReady(var partition) -> topicReady(partition.topic());
            case LabFailed(_, var failure) -> failed(failure);
            case ViewRefused(var request, var why) ->
                    trouble("serve.hidden", Message.of("cell.request." + request), text(why));
            case ProgramFaulted(var thread, var fault, var report) ->
                    trouble("serve.faulted", fault, thread, report);
            case FolderRefused(_, var folder, var why) -> trouble("serve.folder", folder, why);
            case SessionEvent.BrokerStarting _,
                    SessionEvent.SettingsChosen _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceFailed _,
                    SessionEvent.ServiceStopped _,
                    SessionEvent.ClockStepped _ -> {}
        }
    }

    /// One that was ready once is tried again.
    private void brokerFailed(BrokerFailed f) {
        var why = why(f.problem(), f.detail());
        if (broker.isEmpty()) {
            news.accept(new ServiceNews.Failed(why, f.logTail()));
        } else {
            trouble("serve.again", why);
        }
    }

    private void topicReady(String topic) {
        heard.countDown();
        if (!served) {
            served = true;
            if (elsewhere) {
                news.accept(new ServiceNews.BrokerReady(broker));
            }
            news.accept(new ServiceNews.TopicReady(topic));
            waiting.forEach(news);
        }
    }

    private void failed(Failure failure) {
        heard.countDown();
        if (failure.severity() == Severity.FATAL && !served) {
            var why = Message.of("serve.raw", text(failure));
            news.accept(new ServiceNews.Failed(why, List.of()));
        } else {
            trouble("serve.raw", text(failure));
        }
    }

    /// A lasting refusal meets each request anew, and is said once.
    private void producer(Failure failure) {
        String why = text(failure);
        if (failure.severity() == Severity.FATAL && !why.equals(refusal)) {
            refusal = why;
            trouble("serve.producer", why);
        }
    }

    private void trouble(String key, Object... arguments) {
        news.accept(new ServiceNews.Trouble(Message.of(key, arguments)));
    }

    private static String text(Failure failure) {
        return failure.message().isEmpty()
                ? failure.type()
                : failure.type() + ": " + failure.message();
    }

    /// The detail of a taken port is `host:port`.
    private static Message why(BrokerProblem problem, String detail) {
        var sentence = Message.of("cell.problem." + problem.name().toLowerCase(Locale.ROOT));
        String port = detail.substring(detail.lastIndexOf(':') + 1);
        return problem == BrokerProblem.PORT_TAKEN && port.matches("[0-9]{1,5}")
                ? Message.of(
                        "serve.why.port",
                        sentence,
                        detail,
                        PortOwner.question(Integer.parseInt(port)))
                : Message.of("serve.why", sentence, detail);
    }
}
