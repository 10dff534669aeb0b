package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.broker.SecuredBroker;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What stands in a file of client properties is printed nowhere, whether it is right or wrong.
class SecretsIT {
    private static final String WRONG = "wr0ng-s3cret";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Path temporary;

    @BeforeEach
    void makeFolder() throws IOException {
        KafkaLogging.quiet();
        temporary = Files.createDirectories(folder.resolve("tmp"));
    }

    @Test
    void theRightPasswordIsToldByNobody() throws Exception {
        try (var broker = broker()) {
            var served = ChildProgram.serve(temporary, elsewhere(broker, SecuredBroker.PASSWORD));
            var said = new ArrayList<>(answers(served));
            var validation =
                    ChildProgram.run(
                            temporary,
                            "validate",
                            "--url",
                            served.service(1),
                            "--second-url",
                            served.service(2));
            assertEquals(0, validation.exitCode(), validation::toString);
            said.add(validation.toString());
            said.add(served.process().info().commandLine().orElse(""));
            // Process.destroy() would close what is to be read.
            served.process().toHandle().destroy();
            said.add(served.ready() + served.out().readAllAsString());
            assertEquals(0, served.process().waitFor());
            said.add(Files.readString(served.err()));

            var doctor = doctor(broker, SecuredBroker.PASSWORD);
            assertNotEquals(2, doctor.exitCode(), doctor::toString);
            said.add(doctor.toString());
            assertToldByNone(SecuredBroker.PASSWORD, said);
        }
    }

    /// The same in words, as a person reads it.
    @Test
    void aReadyLineHasNoPassword() throws Exception {
        try (var broker = broker()) {
            var begun = serve(broker, SecuredBroker.PASSWORD);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> Files.readAllLines(begun.out()).size() >= 4);
            begun.process().destroy();
            var ended = begun.end();
            assertEquals(0, ended.exitCode(), ended::toString);
            assertToldByNone(SecuredBroker.PASSWORD, List.of(ended.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongPasswordIsToldByNobody(boolean json) throws Exception {
        try (var broker = broker()) {
            var ended = (json ? serve(broker, WRONG, "--json") : serve(broker, WRONG)).end();
            assertEquals("", ended.out());
            // Before it, where the machine is slow, that no broker answers yet.
            assertTrue(
                    ended.err()
                            .contains(
                                    "txscope: Nothing can be served: SaslAuthenticationException"),
                    ended::toString);
            assertEquals(1, ended.exitCode(), ended::toString);

            var doctor = doctor(broker, WRONG);
            assertEquals(2, doctor.exitCode(), doctor::toString);
            assertToldByNone(WRONG, List.of(ended.toString(), doctor.toString()));
        }
    }

    private SecuredBroker broker() throws Exception {
        return SecuredBroker.withPasswords(folder.resolve("data"));
    }

    private ChildProgram.Begun serve(SecuredBroker broker, String password, String... more)
            throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--lang", "en"));
        arguments.addAll(List.of("--port", "0", "--second-port", "0"));
        arguments.addAll(List.of(elsewhere(broker, password)));
        arguments.addAll(List.of(more));
        return ChildProgram.begin(temporary, arguments.toArray(String[]::new));
    }

    private ChildProgram.Ended doctor(SecuredBroker broker, String password) throws Exception {
        var arguments = new ArrayList<>(List.of("doctor", "--lang", "en"));
        arguments.addAll(List.of(elsewhere(broker, password)));
        return ChildProgram.run(temporary, arguments.toArray(String[]::new));
    }

    private String[] elsewhere(SecuredBroker broker, String password) throws IOException {
        var client = SecuredBroker.clientOf("SCRAM-SHA-512", password);
        var file = Files.writeString(folder.resolve("client.properties"), client);
        return new String[] {"--bootstrap", broker.address(), "--client-config", file.toString()};
    }

    /// Each path of both services, right and wrong.
    private static List<String> answers(ChildProgram.Served served) throws Exception {
        var answers = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (int number = 1; number <= 2; number++) {
                for (String path :
                        List.of("/", "/health", "/api/v1/metrics", "/x", "/api/v1/tx/commit")) {
                    for (String method : List.of("GET", "POST")) {
                        var uri = URI.create(served.service(number) + path);
                        var request =
                                HttpRequest.newBuilder(uri)
                                        .method(method, BodyPublishers.noBody())
                                        .build();
                        var answer = http.send(request, BodyHandlers.ofString());
                        answers.add(answer.headers().map() + answer.body());
                    }
                }
            }
        }
        return answers;
    }

    private static void assertToldByNone(String secret, List<String> said) {
        for (String text : said) {
            assertFalse(text.contains(secret), text);
        }
    }
}
