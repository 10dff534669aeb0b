package dev.txscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// The course's table, as a well-behaved client sees it.
class ServiceTest {
    private ServiceFixture it;

    @BeforeEach
    void open() throws IOException {
        it = new ServiceFixture();
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void healthIsTwoLetters() throws Exception {
        var answer = it.get("/health");
        assertEquals(200, answer.statusCode());
        assertEquals("text/plain;charset=UTF-8", header(answer, "Content-Type"));
        assertEquals("2", header(answer, "Content-Length"));
        assertEquals("OK", answer.body());
        String date =
                "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT";
        assertTrue(header(answer, "Date").matches(date), header(answer, "Date"));
    }

    @ParameterizedTest
    @CsvSource({"commit, COMMITTED, COMMIT", "abort, ABORTED, ABORT"})
    void aTransactionIsAskedForAndAnswered(String path, String status, Ending ending)
            throws Exception {
        var answer = it.post("/api/v1/tx/" + path + "?txId=C-1");
        assertEquals(200, answer.statusCode());
        assertEquals("application/json;charset=UTF-8", header(answer, "Content-Type"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("{\"status\":\"" + status + "\",\"txId\":\"C-1\"}", answer.body());
        TransactionRequest asked = it.asked.getFirst();
        assertEquals("C-1", asked.txId());
        assertEquals(ending, asked.ending());
        assertEquals(
                "curl -X POST \"http://localhost:%d/api/v1/tx/%s?txId=C-1\""
                        .formatted(it.port(), path),
                asked.statement());
        JsonNode value = ServiceFixture.json(asked.value());
        assertEquals(List.of("txId", "status", "ts", "api"), names(value));
        assertEquals("C-1", value.get("txId").textValue());
        assertEquals(status, value.get("status").textValue());
        assertTrue(Instant.parse(value.get("ts").textValue()).isAfter(Instant.EPOCH));
    }

    @Test
    void aFormBodyIsAsGood() throws Exception {
        var answer = it.form("/api/v1/tx/abort", "txId=A%2F1+x");
        assertEquals("{\"status\":\"ABORTED\",\"txId\":\"A/1 x\"}", answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "?txId",
        "?txId=",
        "?txId=%20+%09",
        "?txid=C-1",
        "?txId=a&txId=a",
        "?txId=a&tx%49d=b",
        "?txId=%FF",
        "?txId=%ED%A0%80",
        "?txId=%C0%80"
    })
    void aTxIdThatIsNotOneIsRefused(String query) throws Exception {
        var answer = it.post("/api/v1/tx/commit" + query);
        assertProblem(400, "Bad Request", "/api/v1/tx/commit", answer);
        assertEquals(List.of(), it.asked);
    }

    @Test
    void aTxIdInTheQueryAndInTheFormIsTwo() throws Exception {
        var answer = it.form("/api/v1/tx/commit?txId=a", "txId=a");
        assertProblem(400, "Bad Request", "/api/v1/tx/commit", answer);
        assertEquals(400, it.form("/api/v1/tx/commit", "txId=%4").statusCode());
    }

    @Test
    void aThousandCharactersAreTheMost() throws Exception {
        String emoji = "%F0%9F%98%80";
        assertEquals(200, it.post("/api/v1/tx/commit?txId=" + emoji.repeat(1000)).statusCode());
        assertEquals("\ud83d\ude00".repeat(1000), it.asked.getFirst().txId());
        var answer = it.post("/api/v1/tx/commit?txId=" + "x".repeat(1001));
        assertProblem(400, "Bad Request", "/api/v1/tx/commit", answer);
        assertEquals(200, it.form("/api/v1/tx/commit", "txId=" + emoji.repeat(1000)).statusCode());
    }

    @Test
    void metricsHaveTheNewestTwentyOldestFirst() throws Exception {
        assertEquals(
                "{\"processedCount\":0,\"messages\":[],\"processedTxIds\":[]}",
                it.get("/api/v1/metrics").body());
        it.delivered("C-1");
        assertEquals(
                "{\"processedCount\":1,\"messages\":[\"C-1\"],\"processedTxIds\":[\"C-1\"]}",
                it.get("/api/v1/metrics").body());
        IntStream.rangeClosed(2, 25).forEach(i -> it.delivered("C-" + i));
        it.delivered(null);
        JsonNode metrics = ServiceFixture.json(it.get("/api/v1/metrics").body());
        assertEquals(26, metrics.get("processedCount").longValue());
        assertEquals(20, metrics.get("messages").size());
        assertEquals("C-7", metrics.get("messages").get(0).textValue());
        assertTrue(metrics.get("messages").get(19).isNull());
        assertEquals(metrics.get("messages"), metrics.get("processedTxIds"));
    }

    @Test
    void theRootSaysWhatThisIs() throws Exception {
        assertEquals(
                "{\"service\":\"the lab\",\"broker\":\"localhost:9092\",\"topic\":\"demo\","
                        + "\"group\":\"readers\",\"consumer\":\"Java 4.4.0\","
                        + "\"isolationLevel\":\"read_committed\",\"paths\":[\"GET /\","
                        + "\"GET /health\",\"GET /api/v1/metrics\",\"POST /api/v1/tx/commit\","
                        + "\"POST /api/v1/tx/abort\"]}",
                it.get("/").body());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /health, GET",
        "POST, /, GET",
        "DELETE, /api/v1/metrics, GET",
        "GET, /api/v1/tx/commit, POST",
        "PUT, /api/v1/tx/abort, POST",
        "OPTIONS, /api/v1/tx/abort, POST",
        "BREW, /health, GET"
    })
    void onlyTheMethodsNamedAreServed(String method, String path, String allowed) throws Exception {
        var answer = it.send(method, path + "?txId=C-1");
        assertProblem(405, "Method Not Allowed", path, answer);
        assertEquals(allowed, header(answer, "Allow"));
        assertEquals(List.of(), it.asked);
    }

    @Test
    void headIsToldWithoutABody() throws Exception {
        var answer = it.send("HEAD", "/health");
        assertEquals(405, answer.statusCode());
        assertEquals("GET", header(answer, "Allow"));
        assertEquals("", answer.body());
        assertEquals(200, it.get("/health").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, /nothing",
        "/health/, /health/",
        "//health, //health",
        "/api/v1/../v1/metrics, /api/v1/../v1/metrics",
        "/%22%3Cscript%3E, /%22%3Cscript%3E"
    })
    void unknownPathsAreSaid(String path, String shown) throws Exception {
        assertProblem(404, "Not Found", shown, it.get(path));
    }

    @Test
    void theSecondServiceRunsNoTransactions() throws Exception {
        var routes = Routes.reading(() -> new About("s", "b", "t", "g", "c"), () -> it.deliveries);
        try (var second = Service.open(0, routes, ServiceFixture.PATIENT, it.executor());
                var raw = new RawClient(second.port())) {
            raw.send("POST /api/v1/tx/commit?txId=C-1 HTTP/1.1\nHost: HOST\n\n");
            assertTrue(raw.answer().startsWith("HTTP/1.1 404 Not Found\n"));
            raw.send("GET /api/v1/metrics HTTP/1.1\nHost: HOST\n\n");
            assertTrue(
                    raw.answer()
                            .endsWith(
                                    "\n{\"processedCount\":0,\"messages\":[],"
                                            + "\"processedTxIds\":[]}"));
        }
    }

    @Test
    void kafkaAwayIsSaidWithItsReason() throws Exception {
        it.runner =
                _ ->
                        CompletableFuture.failedFuture(
                                new KafkaUnavailableException("No broker \"answers\""));
        var answer = it.post("/api/v1/tx/commit?txId=C-1");
        JsonNode problem = assertProblem(503, "Service Unavailable", "/api/v1/tx/commit", answer);
        assertEquals("No broker \"answers\"", problem.get("message").textValue());
    }

    @Test
    @Timeout(120)
    void waitingForKafkaIsBounded() throws Exception {
        try (var short_ = new ServiceFixture(ServiceFixture.PATIENT, Duration.ofMillis(1))) {
            short_.runner = _ -> new CompletableFuture<>();
            var answer = short_.post("/api/v1/tx/commit?txId=C-1");
            assertProblem(503, "Service Unavailable", "/api/v1/tx/commit", answer);
        }
    }

    @Test
    void aFaultOfOursTellsNothingToTheClientButIsReported() throws Exception {
        it.runner = _ -> CompletableFuture.failedFuture(new IllegalStateException("/secret/place"));
        var answer = it.post("/api/v1/tx/commit?txId=C-1");
        JsonNode problem = assertProblem(500, "Internal Server Error", "/api/v1/tx/commit", answer);
        assertFalse(answer.body().contains("secret"), problem.toString());
        Awaitility.await().until(() -> it.uncaught.size() == 1);
        assertEquals("/secret/place", it.uncaught.getFirst().getCause().getMessage());
    }

    /// Nobody is answered before all have asked, and then in the opposite order.
    @Test
    void twoHundredAtOnceGetTheirOwnAnswers() throws Exception {
        var waiting = new ConcurrentLinkedQueue<CompletableFuture<Void>>();
        it.runner =
                _ -> {
                    var stage = new CompletableFuture<Void>();
                    waiting.add(stage);
                    return stage;
                };
        var answers = new HashMap<String, CompletableFuture<HttpResponse<String>>>();
        IntStream.range(0, 200)
                .forEach(
                        i -> {
                            String ending = i % 2 == 0 ? "commit" : "abort";
                            answers.put(
                                    (i % 2 == 0 ? "COMMITTED" : "ABORTED") + "\",\"txId\":\"C-" + i,
                                    it.later("/api/v1/tx/" + ending + "?txId=C-" + i));
                        });
        Awaitility.await().atMost(ServiceFixture.LONG).until(() -> waiting.size() == 200);
        List.copyOf(waiting).reversed().forEach(stage -> stage.complete(null));
        for (var answer : answers.entrySet()) {
            var got = answer.getValue().get();
            assertEquals(200, got.statusCode());
            assertEquals("{\"status\":\"" + answer.getKey() + "\"}", got.body());
        }
        Set<String> ids = new HashSet<>();
        it.asked.forEach(request -> ids.add(request.txId()));
        assertEquals(200, ids.size());
    }

    private static JsonNode assertProblem(
            int status, String error, String path, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode());
        assertEquals("application/json;charset=UTF-8", header(answer, "Content-Type"));
        JsonNode problem = ServiceFixture.json(answer.body());
        assertEquals(List.of("timestamp", "status", "error", "message", "path"), names(problem));
        assertTrue(Instant.parse(problem.get("timestamp").textValue()).isAfter(Instant.EPOCH));
        assertEquals(status, problem.get("status").intValue());
        assertEquals(error, problem.get("error").textValue());
        assertFalse(problem.get("message").textValue().isBlank());
        assertEquals(path, problem.get("path").textValue());
        return problem;
    }

    private static List<String> names(JsonNode json) {
        return json.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
