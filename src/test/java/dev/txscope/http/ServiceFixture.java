package dev.txscope.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRunner;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Deliveries;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/// The first service on a free port, in front of a runner that agrees with everything at once.
final class ServiceFixture implements AutoCloseable {
    /// So long that no machine is too slow for it.
    static final Duration LONG = Duration.ofMinutes(5);

    static final Limits PATIENT = new Limits(LONG, LONG, LONG, 512);

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<TransactionRequest> asked = new CopyOnWriteArrayList<>();
    final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    volatile Deliveries deliveries = Deliveries.NONE;
    volatile TransactionRunner runner = _ -> CompletableFuture.completedFuture(null);
    final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    ServiceFixture() throws IOException {
        this(PATIENT, LONG);
    }

    ServiceFixture(Limits limits, Duration kafka) throws IOException {
        var about = new About("the lab", "localhost:9092", "demo", "readers", "Java 4.4.0");
        var routes = Routes.writing(() -> about, () -> deliveries, this::run, kafka);
        service = Service.open(0, routes, limits, executor());
    }

    Executor executor() {
        var threads = Thread.ofVirtual().uncaughtExceptionHandler((_, e) -> uncaught.add(e));
        return task -> threads.unstarted(task).start();
    }

    private java.util.concurrent.CompletionStage<Void> run(TransactionRequest request) {
        asked.add(request);
        return runner.run(request);
    }

    int port() {
        return service.port();
    }

    void delivered(String key) {
        var delivered =
                new RecordDelivered(
                        new ConsumerId("c", Isolation.READ_COMMITTED),
                        new TopicPartition("demo", 0),
                        0,
                        Content.of(key, "v"),
                        1);
        deliveries = deliveries.plus(delivered);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    HttpResponse<String> post(String path) throws Exception {
        return send("POST", path);
    }

    HttpResponse<String> form(String path, String body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws Exception {
        var request = request(path).method(method, BodyPublishers.noBody()).build();
        return client.send(request, BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> later(String path) {
        return client.sendAsync(
                request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        service.close();
        client.close();
    }
}
