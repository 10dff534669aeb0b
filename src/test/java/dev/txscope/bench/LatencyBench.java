package dev.txscope.bench;

import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.TransactionState;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.LabConfigs;
import dev.txscope.kafka.LabOptions;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Transactions of one record on a lab, whose consumers are compared with bare ones that read the
/// same records at the same time.
final class LatencyBench implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WARM_UP = 150;

    /// In which order the broker answers its readers is settled when they connect, and stays: by
    /// chance. So there are several labs, and the bare readers of each connect anew from time to
    /// time, where the first transaction does not count yet.
    private static final int LABS = 6;

    private static final int GROUP = 20;

    /// Commit of the coordinator, delivery by both of the lab's consumers and by both bare ones.
    private static final int NEWS = 5;

    /// And both deliveries in the window: what scrolls by unseen cannot be measured.
    private static final int NEWS_WITH_WINDOW = NEWS + 2;

    /// At most so long between two calls.
    private static final long PAUSE_NANOS = Bench.times("pause", 40) * 1_000_000L;

    private final EventLog log = new EventLog();
    private final Arrivals news = new Arrivals();
    private final Map<Isolation, BareReader> bare = new EnumMap<>(Isolation.class);
    private final Map<Isolation, Map<Long, Long>> polled = new EnumMap<>(Isolation.class);
    private final FactTimes times;
    private final @Nullable ShownTimes shown;
    private final KafkaLab lab;
    private final String bootstrap;
    private final TopicPartition partition;

    private LatencyBench(boolean window) throws Exception {
        shown = window ? ShownTimes.open(log, news::arrived) : null;
        times = new FactTimes(log, this::hear);
        lab = new KafkaLab(LabOptions.DEFAULT, log);
        var address = ((BrokerReady) await(e -> e.event() instanceof BrokerReady).event());
        var topic = (TopicReady) await(e -> e.event() instanceof TopicReady).event();
        await(LatencyBench::isInitialised);
        bootstrap = address.address();
        partition = new TopicPartition(topic.partition().topic(), topic.partition().partition());
        for (var isolation : Isolation.values()) {
            polled.put(isolation, new ConcurrentHashMap<>());
            bare.put(isolation, bareReader(isolation));
        }
    }

    private BareReader bareReader(Isolation isolation) {
        var config = LabConfigs.consumer(bootstrap, isolation);
        config.put("client.id", "bare-" + isolation.kafkaName());
        var nanos = Objects.requireNonNull(polled.get(isolation));
        return new BareReader(isolation.kafkaName(), config, partition, nanos, news::arrived);
    }

    static List<Row> alone() throws Exception {
        var all = new ArrayList<Latencies>();
        for (int i = 0; i < LABS; i++) {
            try (var bench = new LatencyBench(false)) {
                int each = Bench.times("transactions", 1200) / LABS;
                bench.warmUp();
                all.add(bench.measure(each));
            }
        }
        return Latencies.rows(all, "");
    }

    static List<Row> withWindow() throws Exception {
        try (var bench = new LatencyBench(true)) {
            long from = bench.warmUp();
            var latencies = bench.measure(Bench.times("transactions", 600));
            var rows = new ArrayList<>(Latencies.rows(List.of(latencies), ", window open"));
            if (bench.shown != null) {
                rows.addAll(bench.shown.rows(from));
            }
            return rows;
        }
    }

    /// Returns the `seq` of the next fact.
    private long warmUp() throws InterruptedException {
        transactions(WARM_UP, new Random(1));
        return log.size();
    }

    private Latencies measure(int count) throws InterruptedException {
        var random = new Random(2);
        var latencies = new Latencies(times, polled);
        for (int left = count; left > 0; left -= GROUP) {
            bare.replaceAll((isolation, reader) -> connectAnew(isolation, reader));
            transactions(1, random);
            long from = log.size();
            transactions(Math.min(left, GROUP), random);
            log.from(from).forEach(latencies::add);
        }
        return latencies;
    }

    private BareReader connectAnew(Isolation isolation, BareReader reader) {
        reader.close();
        return bareReader(isolation);
    }

    private static boolean isInitialised(Envelope fact) {
        return fact.event() instanceof CallReturned returned
                && returned.call() instanceof ProducerCall.InitTransactions;
    }

    private Envelope await(Predicate<Envelope> wanted) throws InterruptedException {
        return log.await(0, wanted, LIMIT);
    }

    /// One after the other, each when the one before has reached everybody; a random moment apart,
    /// so that they meet the clocks of pulses and fetches at any point.
    private void transactions(int count, Random random) throws InterruptedException {
        int wanted = shown == null ? NEWS : NEWS_WITH_WINDOW;
        for (int i = 0; i < count; i++) {
            news.expect(wanted);
            LockSupport.parkNanos((long) (PAUSE_NANOS * random.nextDouble()));
            lab.submit(new BeginTransaction());
            lab.submit(new SendRecords("customer-7", "order-" + log.size(), 1));
            LockSupport.parkNanos((long) (PAUSE_NANOS * random.nextDouble()));
            lab.submit(new CommitTransaction());
            if (!news.await(LIMIT)) {
                throw new IllegalStateException("A transaction did not end: " + log.size());
            }
        }
    }

    private void hear(Envelope fact, long nanos) {
        switch (fact.event()) {
            case RecordDelivered delivered -> {
                news.arrived();
                if (shown != null) {
                    shown.expect(delivered, fact.seq(), nanos);
                }
            }
            case TransactionStateChanged changed -> {
                if (changed.state() == TransactionState.COMPLETE_COMMIT) {
                    news.arrived();
                }
            }
            default -> {}
        }
    }

    @Override
    public void close() {
        bare.values().forEach(BareReader::close);
        lab.close();
        if (shown != null) {
            shown.close();
        }
    }
}
