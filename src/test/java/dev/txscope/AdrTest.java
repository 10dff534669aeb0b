package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Every decision has a number, the same headings, and a test that holds it.
class AdrTest {
    private static final Path FOLDER = Path.of("src/adr");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:Test|IT))`");

    static List<Path> decisions() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void numbersAreWithoutGaps() throws IOException {
        var numbers =
                decisions().stream().map(f -> f.getFileName().toString().substring(0, 4)).toList();
        var expected =
                IntStream.rangeClosed(1, numbers.size()).mapToObj("%04d"::formatted).toList();
        assertEquals(expected, numbers);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionSaysWhyAndWhichTestHoldsIt(Path decision) throws IOException {
        String text = Files.readString(decision);
        for (String heading :
                List.of(
                        "## Context",
                        "## Options",
                        "## Decision",
                        "## Consequences",
                        "## Confirmation")) {
            assertTrue(text.contains(heading), decision + " lacks " + heading);
        }
        assertTrue(text.lines().count() <= 60, decision + " is too long to be read");
        var named = TEST.matcher(text.substring(text.indexOf("## Confirmation")));
        assertTrue(named.find(), decision + " names no test");
        do {
            assertTrue(
                    exists(named.group(1)), decision + " names a missing test " + named.group(1));
        } while (named.find());
    }

    private static boolean exists(String test) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.anyMatch(f -> f.endsWith(test + ".java"));
        }
    }
}
