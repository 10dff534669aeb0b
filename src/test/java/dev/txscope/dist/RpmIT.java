package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the rpm leaves when it is installed and removed, in a root with rpm's own records only.
///
/// What it needs of a system is not there: that is looked at by name.
class RpmIT {
    /// Where rpm keeps its own records: below the home folder on Debian.
    private static final List<String> RECORDS = List.of("var", "root");

    @TempDir Path folder;

    @Test
    void installedItRunsAndRemovedItLeavesNothing() throws Exception {
        Commands.need("rpm");
        Commands.needRoot();
        // Given
        Path root = Files.createDirectories(folder.resolve("root"));
        rpm(root, "--initdb");

        // When
        rpm(root, "--install", "--nodeps", built().toString());

        // Then
        assertTrue(Files.isSymbolicLink(root.resolve("usr/bin/txscope")));
        String needs = rpm(root, "--query", "--requires", "txscope");
        assertTrue(needs.lines().toList().containsAll(List.of("gtk3", "libXtst", "libGL")), needs);
        assertEquals(0, demo(root.resolve("opt/txscope/bin/txscope")));

        // When
        rpm(root, "--erase", "txscope");

        // Then
        assertEquals(List.of(), filesIn(root));
    }

    private int demo(Path launcher) throws IOException, InterruptedException {
        var state = Map.of("XDG_STATE_HOME", folder.toString());
        return Commands.run(state, List.of(launcher.toString(), "demo")).code();
    }

    private static String rpm(Path root, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("rpm", "--root", root.toString()));
        command.addAll(List.of(arguments));
        return Commands.run(command.toArray(String[]::new));
    }

    private static Path built() throws IOException {
        try (var files = Files.list(Path.of("target/dist"))) {
            return files.filter(f -> f.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    /// Those that are not rpm's own records.
    private static List<Path> filesIn(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(f -> RECORDS.stream().noneMatch(f::startsWith))
                    .toList();
        }
    }
}
