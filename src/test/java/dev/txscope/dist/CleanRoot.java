package dev.txscope.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A system in a folder, with dpkg's own records and nothing else.
record CleanRoot(Path folder) {
    private static final Path RECORDS = Path.of("var");

    /// @param folder an empty one
    static CleanRoot in(Path folder) throws IOException {
        Path records = folder.resolve(RECORDS).resolve("lib/dpkg");
        for (String name : List.of("info", "updates", "triggers")) {
            Files.createDirectories(records.resolve(name));
        }
        Files.createFile(records.resolve("status"));
        Files.createDirectories(folder.resolve(RECORDS).resolve("log"));
        return new CleanRoot(folder);
    }

    /// The deb that was built last.
    static Path built() throws IOException {
        try (var files = Files.list(Path.of("target/dist"))) {
            return files.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
    }

    void install(Path deb) throws IOException, InterruptedException {
        dpkg("--install", deb.toString());
    }

    void purge() throws IOException, InterruptedException {
        dpkg("--purge", "txscope");
    }

    String version() throws IOException, InterruptedException {
        return Commands.run(
                "dpkg-query",
                "--admindir=" + folder.resolve(RECORDS).resolve("lib/dpkg"),
                "--show",
                "--showformat=${Version}",
                "txscope");
    }

    /// What it depends on is not in the folder, but in the system around it.
    private void dpkg(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                "dpkg",
                                "--root=" + folder,
                                "--force-depends",
                                "--force-not-root",
                                "--force-unsafe-io"));
        command.addAll(List.of(arguments));
        Commands.run(command.toArray(String[]::new));
    }

    /// Everything in it that is not dpkg's, by its name in it.
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize)
                    .filter(file -> !file.startsWith(RECORDS))
                    .map(Path::toString)
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
