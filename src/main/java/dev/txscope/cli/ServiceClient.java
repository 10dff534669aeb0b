package dev.txscope.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Asks one service, over HTTP alone.
final class ServiceClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI service;

    /// @param service without a slash at its end
    ServiceClient(HttpClient http, URI service) {
        this.http = http;
        this.service = service;
    }

    record Answer(int status, String body) {}

    /// One for all services; HTTP/1.1, since the course's services know nothing newer.
    static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    URI service() {
        return service;
    }

    CompletableFuture<Answer> get(String path) {
        return ask(request(path).GET());
    }

    CompletableFuture<Answer> post(String path) {
        return ask(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).timeout(ANSWER);
    }

    private CompletableFuture<Answer> ask(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(r -> new Answer(r.statusCode(), r.body()));
    }
}
