package dev.txscope.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.command.TransactionRunner;
import dev.txscope.projection.Deliveries;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The paths that a service serves, as the course's contract has them.
///
/// Immutable; any thread may use it.
public final class Routes {
    private interface Handler {
        Answer answer(Request request) throws RefusedException;
    }

    private record Route(String method, Handler handler) {}

    private final Map<String, Route> byPath = new LinkedHashMap<>();

    private Routes(Supplier<About> about, Supplier<Deliveries> deliveries) {
        byPath.put("/", new Route("GET", _ -> Answer.json(described(about.get()))));
        byPath.put("/health", new Route("GET", _ -> Answer.text("OK")));
        byPath.put(
                "/api/v1/metrics", new Route("GET", _ -> Answer.json(metrics(deliveries.get()))));
    }

    /// The second service: health, metrics, and what it is.
    ///
    /// @param about asked for each `GET /`; any thread
    /// @param deliveries asked for each look at the metrics; any thread
    public static Routes reading(Supplier<About> about, Supplier<Deliveries> deliveries) {
        return new Routes(about, deliveries);
    }

    /// The first service: the same, and transactions.
    ///
    /// @param runner runs them; a failure other than its `KafkaUnavailableException` is answered
    ///   with 500 and thrown on to the handler of the connection's thread
    /// @param limit how long an answer waits for it, longer than the runner's own limit
    public static Routes writing(
            Supplier<About> about,
            Supplier<Deliveries> deliveries,
            TransactionRunner runner,
            Duration limit) {
        var routes = new Routes(about, deliveries);
        var transactions = new Transactions(runner, limit);
        routes.byPath.put(
                "/api/v1/tx/commit",
                new Route("POST", request -> transactions.run(Ending.COMMIT, request)));
        routes.byPath.put(
                "/api/v1/tx/abort",
                new Route("POST", request -> transactions.run(Ending.ABORT, request)));
        return routes;
    }

    Answer answer(Request request) throws RefusedException {
        Route route = byPath.get(request.path());
        if (route == null) {
            throw new RefusedException(Status.NOT_FOUND, "No such path; GET / lists them");
        }
        if (!route.method().equals(request.head().method())) {
            return Answer.methodNotAllowed(route.method(), request.path());
        }
        return route.handler().answer(request);
    }

    private ObjectNode described(About about) {
        ObjectNode json =
                Answer.object()
                        .put("service", about.service())
                        .put("broker", about.broker())
                        .put("topic", about.topic())
                        .put("group", about.group())
                        .put("consumer", about.consumer())
                        .put("isolationLevel", "read_committed");
        var paths = json.putArray("paths");
        byPath.forEach((path, route) -> paths.add(route.method() + " " + path));
        return json;
    }

    private static ObjectNode metrics(Deliveries delivered) {
        ObjectNode json = Answer.object().put("processedCount", delivered.count());
        var messages = json.putArray("messages");
        // A record that another client wrote without a key is null here: it was delivered, too.
        delivered.newest().forEach(record -> messages.add(record.content().key()));
        json.set("processedTxIds", messages.deepCopy());
        return json;
    }
}
