package dev.txscope.bench;

import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.http.About;
import dev.txscope.http.Limits;
import dev.txscope.http.Routes;
import dev.txscope.http.Service;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.LabConfigs;
import dev.txscope.kafka.ServiceLab;
import dev.txscope.kafka.ServiceOptions;
import dev.txscope.kafka.Services;
import dev.txscope.kafka.broker.BrokerOptions;
import dev.txscope.projection.DeliveryCounter;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Commit requests at the first service against a bare transactional producer in a loop, in turn on
/// one broker, whose topic both services' consumers read all the time.
final class ServicesBench implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CLIENTS = 16;
    private static final double MILLI = 1e6;

    /// At least 0.9 times the transactions in a second.
    private static final double THROUGHPUT = 1 / 0.9;

    private static final double LATENCY = 1.5;

    private final EventLog log = EventLog.keepingNewest(10_000);
    private final Actors actors = new Actors(Bench::tell);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final ServiceLab lab;
    private final Service service;
    private final KafkaProducer<String, String> bare;
    private final List<Double> bareEach = new ArrayList<>();
    private final List<Double> oneEach = new ArrayList<>();
    private final List<Double> manyEach = new ArrayList<>();
    private final List<Double> bareBlock = new ArrayList<>();
    private final List<Double> manyBlock = new ArrayList<>();
    private int number;

    private ServicesBench() throws Exception {
        var reads = new DeliveryCounter();
        var site = new ServiceLab.Site.Embedded(BrokerOptions.DEFAULT, ServiceOptions.TOPIC);
        lab =
                new ServiceLab(
                        site,
                        ServiceOptions.DEFAULT,
                        new Services.Sinks(reads, new DeliveryCounter()),
                        log);
        log.await(0, e -> e.event() instanceof TopicReady, LIMIT);
        var ready =
                (BrokerReady) log.await(0, e -> e.event() instanceof BrokerReady, LIMIT).event();
        var services = lab.services();
        var about =
                new About(
                        "java-api", ready.address(), services.topic(), "", services.firstClient());
        var routes = Routes.writing(() -> about, reads, services.runner(), LIMIT);
        service = Service.open(0, routes, Limits.DEFAULT, actors.perTask("http"));
        var strings = new StringSerializer();
        bare = new KafkaProducer<>(LabConfigs.service(ready.address(), "bare"), strings, strings);
        bare.initTransactions();
    }

    static List<Row> run() throws Exception {
        try (var bench = new ServicesBench()) {
            int size = Bench.times("requests", 320);
            bench.round(size);
            bench.forget();
            for (int i = 0; i < Bench.times("rounds", 7); i++) {
                bench.round(size);
            }
            return bench.rows();
        }
    }

    private void round(int size) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < size; i++) {
            bareEach.add(timed(this::bareTransaction));
        }
        bareBlock.add((System.nanoTime() - start) / MILLI / size);
        oneEach.addAll(requests(1, size));
        start = System.nanoTime();
        manyEach.addAll(requests(CLIENTS, size));
        manyBlock.add((System.nanoTime() - start) / MILLI / size);
    }

    private Void bareTransaction() throws Exception {
        bare.beginTransaction();
        bare.send(new ProducerRecord<>(ServiceOptions.TOPIC, "bare", "{\"status\":\"COMMITTED\"}"))
                .get();
        bare.commitTransaction();
        return null;
    }

    /// So many requests in all, by that many clients at once.
    private List<Double> requests(int atOnce, int size) throws Exception {
        var tasks = new ArrayList<Callable<List<Double>>>();
        for (int i = 0; i < atOnce; i++) {
            String name = "B" + number++ + "-";
            tasks.add(() -> ask(name, size / atOnce));
        }
        var all = new ArrayList<Double>();
        for (var done : clients.invokeAll(tasks)) {
            all.addAll(done.get());
        }
        return all;
    }

    private List<Double> ask(String name, int count) throws Exception {
        var each = new ArrayList<Double>();
        try (var line = new HttpLine(service.port())) {
            for (int i = 0; i < count; i++) {
                String txId = name + i;
                each.add(
                        timed(
                                () -> {
                                    line.commit(txId);
                                    return null;
                                }));
            }
        }
        return each;
    }

    private static double timed(Callable<Void> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / MILLI;
    }

    private void forget() {
        List.of(bareEach, oneEach, manyEach, bareBlock, manyBlock).forEach(List::clear);
    }

    private List<Row> rows() {
        return List.of(
                new Row.Ratio(
                        "commit request, 1 client, against a bare loop",
                        "ms",
                        Samples.of(oneEach),
                        Samples.of(bareEach),
                        LATENCY,
                        false),
                new Row.Ratio(
                        "time per transaction, 16 clients, against it",
                        "ms",
                        Samples.of(manyBlock),
                        Samples.of(bareBlock),
                        THROUGHPUT,
                        false),
                new Row.Alone(
                        "commit request, 16 clients", "ms", Samples.of(manyEach), Row.NO_LIMIT),
                new Row.Alone(
                        "requests per second, 1 client", "1/s", perSecond(oneEach), Row.NO_LIMIT),
                new Row.Alone(
                        "requests per second, 16 clients",
                        "1/s",
                        perSecond(manyBlock),
                        Row.NO_LIMIT));
    }

    private static Samples perSecond(List<Double> millis) {
        return Samples.of(millis.stream().map(m -> 1000 / m).toList());
    }

    @Override
    public void close() throws IOException {
        clients.close();
        bare.close(Duration.ZERO);
        service.close();
        lab.close();
    }
}
