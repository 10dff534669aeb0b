package dev.txscope.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Both services of a lab without Kafka: what is committed is delivered, unless it is to lie.
class FakeServices implements AutoCloseable {
    final List<String> delivered = new ArrayList<>();
    private final HttpServer server;
    private final String list;

    /// @param list what the list of ids is called
    FakeServices(String list) throws IOException {
        this.list = list;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange asked) throws IOException {
        String path = asked.getRequestURI().getPath();
        String query = String.valueOf(asked.getRequestURI().getQuery());
        String txId = query.substring(query.indexOf('=') + 1);
        String body =
                switch (path) {
                    case "/health" -> "OK";
                    case "/api/v1/metrics" -> metrics();
                    default -> {
                        String how = path.substring(path.lastIndexOf('/') + 1);
                        ended(how, txId);
                        String status = how + (how.equals("commit") ? "TED" : "ED");
                        yield "{\"status\":\"%s\",\"txId\":\"%s\"}"
                                .formatted(status.toUpperCase(Locale.ROOT), txId);
                    }
                };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status(path), bytes.length);
        try (var out = asked.getResponseBody()) {
            out.write(bytes);
        }
    }

    int status(String path) {
        return 200;
    }

    void ended(String how, String txId) {
        if (how.equals("commit")) {
            delivered.add(txId);
        }
    }

    private String metrics() {
        int from = Math.max(0, delivered.size() - 20);
        String newest =
                delivered.subList(from, delivered.size()).stream()
                        .map(id -> '"' + id + '"')
                        .collect(Collectors.joining(",", "[", "]"));
        return "{\"processedCount\":%d,\"%s\":%s}".formatted(delivered.size(), list, newest);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
