package dev.txscope.kafka;

import dev.txscope.event.BrokerProblem;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.Source;
import dev.txscope.kafka.broker.BrokerListener;
import dev.txscope.kafka.broker.BrokerOptions;
import dev.txscope.kafka.broker.EmbeddedBroker;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Keeps a broker of our own running: one that died is started again at once, and one that cannot
/// be started any more again and again, after longer and longer pauses. A broker that never was
/// ready is not tried again: what is wrong then does not pass by itself.
///
/// It is told of the broker on the broker's thread; each pause has a thread of its own.
final class BrokerKeeper implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Source source;
    private final FactStream facts;
    private final Actors actors;
    private final Consumer<String> addresses;
    private final EmbeddedBroker broker;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean wasReady;
    private Duration pause = FIRST;
    private int attempts;

    /// @param addresses is given `host:port` each time that the broker answers
    BrokerKeeper(
            BrokerOptions options,
            Source source,
            FactStream facts,
            Actors actors,
            Consumer<String> addresses) {
        this.source = source;
        this.facts = facts;
        this.actors = actors;
        this.addresses = addresses;
        broker = new EmbeddedBroker(options, actors, new Ears());
    }

    /// Starts it; returns at once.
    void start() {
        if (closing.getCount() > 0) {
            saw(new BrokerStarting(next()));
            broker.start();
        }
    }

    private synchronized int next() {
        return ++attempts;
    }

    private synchronized Duration nextPause() {
        var now = pause;
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return now;
    }

    private synchronized void becameReady() {
        wasReady = true;
        pause = FIRST;
    }

    private synchronized boolean wasReady() {
        return wasReady;
    }

    private void startAfter(Duration wait) {
        try {
            if (!closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                start();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void saw(SessionEvent event) {
        facts.saw(source, event);
    }

    /// Ends the broker and every attempt to start it; a few seconds at most.
    @Override
    public void close() {
        closing.countDown();
        broker.close();
    }

    private final class Ears implements BrokerListener {
        @Override
        public void ready(String address, Duration took) {
            becameReady();
            var version = KafkaLab.kafkaVersion();
            saw(new BrokerReady(address, version, took, folder(), broker.keepsData()));
            addresses.accept(address);
        }

        @Override
        public void failed(BrokerProblem problem, String detail, List<String> logTail) {
            saw(new BrokerFailed(problem, detail, logTail, folder()));
            if (wasReady()) {
                var wait = nextPause();
                actors.start("broker-restart", () -> startAfter(wait));
            }
        }

        @Override
        public void died(BrokerProblem problem, String detail, List<String> logTail) {
            saw(new BrokerDied(problem, detail, logTail, folder()));
            start();
        }

        private String folder() {
            return Objects.toString(broker.folder(), "");
        }
    }
}
