package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.kafka.Kcat;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `serve` as a process of its own, and who talks to it.
class ServeIT {
    private static final long LIMIT_SECONDS = 60;

    @TempDir Path folder;
    private Path temporary;

    @BeforeEach
    void makeFolder() throws IOException {
        temporary = Files.createDirectories(folder.resolve("tmp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "kcat"})
    void theCoursesLinesWorkAndATerminationLeavesNothing(String second) throws Exception {
        Assumptions.assumeTrue(second.equals("java") || Kcat.find().isPresent());
        var served = ChildProgram.serve(temporary, "--second-consumer", second);

        var script =
                new ProcessBuilder(
                                "sh",
                                "src/test/sh/course.sh",
                                String.valueOf(served.port(1)),
                                String.valueOf(served.port(2)))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, script.waitFor(), said + Files.readString(served.err()));
        assertEquals(0, served.end());
        assertEquals("", Files.readString(served.err()));
        assertNothingLeft();
    }

    @Test
    void twoValidationsAtOnceAndOneMoreOnATopicWithHistoryAreAllRight() throws Exception {
        var served = ChildProgram.serve(temporary);
        String[] arguments = validation(served);

        var first = ChildProgram.begin(temporary, arguments);
        var second = ChildProgram.begin(temporary, arguments);

        assertOk(first.end());
        assertOk(second.end());
        assertOk(ChildProgram.run(temporary, arguments));
        assertSameForKcat(served);
        assertEquals(0, served.end());
    }

    @Test
    void aValidationOfItsOwnIsRightAndLeavesNothing() throws Exception {
        assertOk(ChildProgram.run(temporary, "validate", "--lang", "en"));
        assertNothingLeft();
    }

    @Test
    void aClusterThatIsThereIsServedAndOutlivesItsServices() throws Exception {
        var cluster = ChildProgram.serve(temporary);
        var served =
                ChildProgram.serve(
                        temporary, "--bootstrap", cluster.broker(), "--topic", "another");

        assertEquals(cluster.broker(), served.broker());
        assertEquals("another", served.topic());
        assertOk(validate(served));
        assertEquals(1, served.all().size(), "it needs no broker of its own");
        assertEquals(0, served.end());

        assertOk(validate(cluster));
        assertEquals(0, cluster.end());
    }

    private ChildProgram.Ended validate(ChildProgram.Served served) throws Exception {
        return ChildProgram.run(temporary, validation(served));
    }

    private static String[] validation(ChildProgram.Served served) {
        return new String[] {
            "validate",
            "--lang",
            "en",
            "--url",
            served.service(1),
            "--second-url",
            served.service(2)
        };
    }

    /// Standard input is empty from the beginning, as for a shell's background job.
    @Test
    void itLivesInTheBackgroundOfAShellAndEndsWithIt() throws Exception {
        Path err = folder.resolve("err");
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\" </dev/null & wait", "sh"));
        command.addAll(
                ChildProgram.command(
                        temporary, "serve", "--json", "--port", "0", "--second-port", "0"));
        var shell = new ProcessBuilder(command).redirectError(err.toFile()).start();
        var out = shell.inputReader(StandardCharsets.UTF_8);
        assertEquals(4, ChildProgram.ready(out, err, 4).size());
        var processes = shell.descendants().toList();
        assertTrue(processes.size() >= 2, processes::toString); // The program and its broker.

        shell.destroyForcibly();

        ChildProgram.Served.awaitNone(processes);
        assertNothingLeft();
    }

    @Test
    void aTakenPortIsToldAndTheRestGoesOn() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            Path err = folder.resolve("err");
            var process =
                    new ProcessBuilder(
                                    ChildProgram.command(
                                            temporary,
                                            "serve",
                                            "--json",
                                            "--lang",
                                            "en",
                                            "--port",
                                            port,
                                            "--second-port",
                                            "0"))
                            .redirectError(err.toFile())
                            .start();
            var ready = ChildProgram.ready(process.inputReader(StandardCharsets.UTF_8), err, 3);

            assertEquals(2, ready.getLast().get("number").asInt(), ready::toString);
            String said = Files.readString(err);
            assertTrue(
                    said.startsWith("txscope: Service 1 has no port: " + port + " is taken"), said);

            process.destroy();
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
    }

    private void assertOk(ChildProgram.Ended validation) {
        assertEquals(0, validation.exitCode(), validation::toString);
        assertEquals("OK", validation.out().lines().toList().getLast(), validation::toString);
    }

    private void assertSameForKcat(ChildProgram.Served served) throws Exception {
        if (Kcat.find().isEmpty()) {
            return;
        }
        for (String isolation : List.of("read_uncommitted", "read_committed")) {
            assertEquals(ours(served, isolation), kcats(served, isolation), isolation);
        }
        assertEquals(6, ours(served, "read_uncommitted").size()); // Three aborted, three not.
        assertEquals(3, ours(served, "read_committed").size());
    }

    private static List<String> kcats(ChildProgram.Served served, String isolation)
            throws Exception {
        var kcat =
                new ProcessBuilder(
                                Kcat.find().orElseThrow().program().toString(),
                                "-b",
                                served.broker(),
                                "-C",
                                "-t",
                                served.topic(),
                                "-o",
                                "beginning",
                                "-e",
                                "-q",
                                "-X",
                                "isolation.level=" + isolation,
                                "-f",
                                "%o %k\\n")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, kcat.waitFor());
        return said.lines().toList();
    }

    private static List<String> ours(ChildProgram.Served served, String isolation)
            throws Exception {
        var partition = new TopicPartition(served.topic(), 0);
        Map<String, Object> config =
                Map.of("bootstrap.servers", served.broker(), "isolation.level", isolation);
        long end;
        try (var admin = Admin.create(config)) {
            var level =
                    isolation.equals("read_committed")
                            ? IsolationLevel.READ_COMMITTED
                            : IsolationLevel.READ_UNCOMMITTED;
            end =
                    admin.listOffsets(
                                    Map.of(partition, OffsetSpec.latest()),
                                    new ListOffsetsOptions(level))
                            .partitionResult(partition)
                            .get()
                            .offset();
        }
        var seen = new ArrayList<String>();
        var strings = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(config, strings, strings)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(r -> seen.add(r.offset() + " " + r.key()));
            }
        }
        return seen;
    }

    private void assertNothingLeft() throws IOException {
        try (var left = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    left.filter(f -> f.getFileName().toString().startsWith("txscope")).toList());
        }
    }
}
