package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.kafka.Kcat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The kcat that `serve` starts ends with it, however `serve` ends.
class KcatServeIT {
    private static final long LIMIT_SECONDS = 5;
    private static final Duration STARTED = Duration.ofSeconds(60);

    @TempDir Path folder;

    @BeforeEach
    void needsKcat() {
        Assumptions.assumeTrue(Kcat.find().isPresent());
    }

    @Test
    void aKillTakesKcatAlong() throws Exception {
        var served = serve();
        var processes = family(served);

        served.process().destroyForcibly();

        awaitNone(processes);
    }

    /// Nothing but the program's end can tell this kcat to end: its broker lives on.
    @Test
    void aKillTakesKcatAlongThatReadsFromAnotherCluster() throws Exception {
        var cluster = ChildProgram.serve(folder);
        var served = serve("--bootstrap", cluster.broker());
        var processes = family(served);

        served.process().destroyForcibly();

        awaitNone(processes);
        assertEquals(0, cluster.end());
    }

    @Test
    void aTerminationTakesKcatAlong() throws Exception {
        var served = serve();
        var processes = family(served);

        served.process().destroy();

        assertTrue(served.process().waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, served.process().exitValue());
        awaitNone(processes);
        assertEquals("", Files.readString(served.err()));
    }

    private ChildProgram.Served serve(String... more) throws Exception {
        var arguments = Stream.concat(Stream.of("--second-consumer", "kcat"), Stream.of(more));
        return ChildProgram.serve(folder, arguments.toArray(String[]::new));
    }

    /// kcat and the shell around it, as soon as they are there.
    private static List<ProcessHandle> family(ChildProgram.Served served) {
        var kcat =
                Awaitility.await()
                        .atMost(STARTED)
                        .until(() -> kcats(served).toList(), found -> found.size() == 1);
        var shell = kcat.getFirst().parent().orElseThrow();
        return Stream.concat(Stream.of(shell), shell.descendants()).toList();
    }

    private static Stream<ProcessHandle> kcats(ChildProgram.Served served) {
        return served.process()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("/kcat"));
    }

    private static void awaitNone(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
