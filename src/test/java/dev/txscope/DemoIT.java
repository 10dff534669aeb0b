package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.cli.FalseWalk;
import dev.txscope.kafka.KafkaLogging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// The demo as a process of its own, as a person starts it.
class DemoIT {
    private static final long LIMIT_SECONDS = 180;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "en, 1280, 720, Transaction 2 ✕ aborted, All 12 steps are as they must be.",
        "fr, 1600, 900, Transaction 2 ✕ annulée, Les 12 étapes sont comme elles doivent."
    })
    void itWalksAsItMustAndPaintsTheWindow(
            String language, int width, int height, String aborted, String verdict)
            throws Exception {
        Path picture = folder.resolve("window.png");

        var demo =
                start(
                        "demo",
                        "--lang",
                        language,
                        "--picture",
                        picture.toString(),
                        "--size",
                        width + "x" + height);
        String said = read(demo);

        assertEquals(0, demo.waitFor(), said);
        for (String words : List.of(aborted, verdict, "PrepareAbort", "◆ 3 abort", "0 order-1")) {
            assertTrue(said.contains(words), () -> words + " in\n" + said);
        }
        assertFalse(said.contains("\u001b"), "no colours outside a terminal");
        var image = ImageIO.read(picture.toFile());
        assertEquals(width, image.getWidth(), said);
        assertEquals(height, image.getHeight());
        assertTrue(colours(image) > 50, "an empty picture");
        assertNothingLeft();
    }

    @Test
    void itEndsWhenNobodyReadsAnyMore() throws Exception {
        var demo = start("demo", "--lang", "en");
        try (var out = demo.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(out.readLine().contains("observed"));
        }

        assertTrue(demo.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(141, demo.exitValue());
        assertNothingLeft();
    }

    /// @param display what the environment names as one
    @ParameterizedTest
    @ValueSource(strings = {"", ":4242"})
    void whereThereIsNoDisplayThePlainProgramSaysSoAndRunsTheDemo(String display) throws Exception {
        var program = start(Map.of("DISPLAY", display));
        String said = read(program);

        assertEquals(0, program.waitFor(), said);
        assertTrue(said.startsWith("There is no display"), said);
        assertTrue(said.contains("All 12 steps are as they must be."), said);
    }

    @Test
    void aDifferenceIsToldAndExits1() {
        KafkaLogging.quiet();

        var run = FalseWalk.run(new Adapters());

        assertEquals(1, run.exitCode(), run.said());
        assertTrue(run.said().contains("LSO: expected 99; seen 2"), run.said());
        assertTrue(
                run.said()
                        .contains(
                                "Coordinator: expected PrepareCommit e1, CompleteCommit e7; seen"
                                        + " PrepareCommit e1, CompleteCommit e1"),
                run.said());
        assertTrue(run.said().contains("11 of 12 steps are as they must be."), run.said());
    }

    private static long colours(BufferedImage image) {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    /// The broker's fresh folders are made in the process's own folder for such.
    private void assertNothingLeft() throws IOException {
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(
                    List.of(),
                    left.filter(f -> f.getFileName().toString().startsWith("txscope")).toList());
        }
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        var command = ChildProgram.command(temporary, arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LC_ALL"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String read(Process process) throws IOException {
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
