package dev.txscope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command;
import dev.txscope.command.SecondConsumer;
import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.ServicesState;
import dev.txscope.projection.ServicesState.ServiceState;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.Transaction.Status;
import dev.txscope.projection.World;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.MainWindow;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// The services in the window, over a real broker and real sockets.
class WindowServicesIT {
    private final OpenWindow window = new OpenWindow();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WindowServices services =
            new WindowServices(window.lab(), window.log(), () -> "127.0.0.1:9092", window.actors());
    private volatile int secondPort;

    @BeforeEach
    void open() throws Exception {
        window.open(new MainWindow.Size(1280, 720), this::submit);
        window.awaitSentence("All is ready: press Begin.");
    }

    @AfterEach
    void close() throws Exception {
        services.close();
        client.close();
        window.close();
    }

    /// As the program does, but on free ports.
    private void submit(Command command) {
        if (command instanceof Command.StartServices start) {
            services.start(new Command.StartServices(0, secondPort, start.second()));
        } else if (command instanceof Command.StopServices) {
            services.stop();
        } else {
            window.lab().submit(command);
        }
    }

    @Test
    void requestsInterleaveWithTheWindowsOwnTransaction() throws Exception {
        assertEquals("HTTP off", window.text("#services-switch"));
        window.press(KeyCode.H);
        String first = address(ServicesState.FIRST);
        String second = address(ServicesState.SECOND);
        assertTrue(FxThread.call(() -> window.window().choices().services().on()));
        window.press(KeyCode.B);
        window.awaitText("#sentence-what", "Transaction 1 has begun, but only the producer knows.");
        window.press(KeyCode.S);
        window.awaitText("#sentence-what", "order-1 is in the log, still open.");

        // When
        var aborted = post(first + "/api/v1/tx/abort?txId=A-1");
        assertEquals("{\"status\":\"ABORTED\",\"txId\":\"A-1\"}", aborted.body());
        window.awaitText(
                "#sentence-what", "A request had A-1 aborted by HTTP: it stays in the log.");
        var committed = post(first + "/api/v1/tx/commit?txId=C-1");
        assertEquals("{\"status\":\"COMMITTED\",\"txId\":\"C-1\"}", committed.body());

        // Then
        window.awaitText(
                "#sentence-what",
                "C-1 is committed by HTTP, and read_committed does not have it yet.");
        window.awaitText(
                "#sentence-why",
                "Reads stop at offset 0 (LSO), where transaction 1 of producer A is still open:"
                        + " all that follows waits for its end, committed or not.");
        assertEquals(List.of("A", "HTTP", "HTTP"), owners());
        assertEquals(List.of(Status.OPEN, Status.ABORTED, Status.COMMITTED), outcomes());
        assertEquals(List.of(2, 3), requestRows());
        assertEquals(1, world().holderOf(transaction(3)).number());

        // When
        window.press(KeyCode.I);
        window.awaitText("#service-java-api-delivered", "Delivered nothing yet");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.C);

        // Then
        String delivered = "Delivered 2 records; the newest keys: customer-7, C-1";
        window.awaitText("#service-java-api-delivered", delivered);
        window.awaitText("#service-dotnet-api-delivered", delivered);
        assertNull(world().holderOf(transaction(3)));
        assertTrue(get(second + "/api/v1/metrics").body().startsWith("{\"processedCount\":2,"));

        // When
        window.press(KeyCode.H);

        // Then
        window.awaitText("#services-switch", "HTTP off");
        assertFalse(FxThread.call(() -> window.window().choices().services().on()));
    }

    @Test
    void aTakenPortIsShownAndTheOtherServiceLivesOn() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            secondPort = taken.getLocalPort();
            window.press(KeyCode.I);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.H);
            window.awaitText(
                    "#service-dotnet-api-status",
                    "cannot start: another program has port "
                            + secondPort
                            + ". This line tells which:");
            assertTrue(window.text("#services-switch").startsWith("HTTP: trouble "));
            assertEquals("OK", get(address(ServicesState.FIRST) + "/health").body());
        }
        FxThread.run(() -> services.start(new Command.StartServices(0, 0, SecondConsumer.JAVA)));
        assertEquals("OK", get(address(ServicesState.SECOND) + "/health").body());
    }

    @Test
    void manyRequestsAtOnceAreEachOneTransaction() throws Exception {
        window.press(KeyCode.H);
        String first = address(ServicesState.FIRST);
        assertEquals(200, post(first + "/api/v1/tx/commit?txId=W").statusCode());
        var answers =
                IntStream.range(0, 200)
                        .mapToObj(i -> first + "/api/v1/tx/commit?txId=T-" + i)
                        .map(uri -> client.sendAsync(posting(uri), asText()))
                        .toList();

        // When: the window is asked while they run.
        window.press(KeyCode.D);
        assertTrue(FxThread.call(() -> window.window().choices().details()));

        // Then
        for (int i = 0; i < answers.size(); i++) {
            CompletableFuture<HttpResponse<String>> answer = answers.get(i);
            assertEquals(
                    "{\"status\":\"COMMITTED\",\"txId\":\"T-" + i + "\"}",
                    answer.orTimeout(90, java.util.concurrent.TimeUnit.SECONDS).join().body());
        }
        await().atMost(OpenWindow.LIMIT)
                .untilAsserted(
                        () ->
                                assertEquals(
                                        201,
                                        outcomes().stream()
                                                .filter(s -> s == Status.COMMITTED)
                                                .count()));
        window.press(KeyCode.I);
        await().atMost(OpenWindow.LIMIT)
                .untilAsserted(
                        () ->
                                assertTrue(
                                        window.text("#service-dotnet-api-delivered")
                                                .startsWith("Delivered 201 records;")));
    }

    private String address(String name) {
        await().atMost(OpenWindow.LIMIT)
                .untilAsserted(
                        () -> assertTrue(world().services().of(name) instanceof ServiceState.On));
        var state = world().services().of(name);
        assertNotNull(state);
        return state.address();
    }

    private World world() {
        return window.frame().world();
    }

    private Transaction transaction(int number) {
        return world().transactions().all().get(number - 1);
    }

    private List<String> owners() {
        return world().transactions().all().stream().map(Transaction::producer).toList();
    }

    private List<Status> outcomes() {
        return world().transactions().all().stream().map(Transaction::status).toList();
    }

    /// The bands that show the request's own line.
    private List<Integer> requestRows() {
        return window.frame().timeline().rows().stream()
                .filter(row -> row.cell(Lane.PRODUCER) instanceof Cell.Requested)
                .map(row -> row.transaction())
                .toList();
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), asText());
    }

    private HttpResponse<String> post(String uri) throws Exception {
        return client.send(posting(uri), asText());
    }

    private static HttpRequest posting(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static HttpResponse.BodyHandler<String> asText() {
        return HttpResponse.BodyHandlers.ofString();
    }
}
