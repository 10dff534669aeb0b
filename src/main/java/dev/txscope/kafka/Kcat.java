package dev.txscope.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program `kcat`, a Kafka client that nobody here wrote: librdkafka, as under .NET, Python and
/// Go.
///
/// @param program where it is
/// @param description what it is: `kcat 1.7.1, librdkafka 2.0.2`
public record Kcat(Path program, String description) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern VERSION =
            Pattern.compile("Version (\\S+).*?librdkafka (\\d[\\w.-]*)", Pattern.DOTALL);

    /// Looks for it on the path, and asks what it is; a few milliseconds. Its parent's end is
    /// watched by `sh`, so there is none on Windows.
    public static Optional<Kcat> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Files.isExecutable(Path.of("/bin/sh")) ? find(path) : Optional.empty();
    }

    static Optional<Kcat> find(String path) {
        return Stream.of(path.split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "kcat"))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(Kcat::ask);
    }

    private static Optional<Kcat> ask(Path program) {
        try {
            var process =
                    new ProcessBuilder(program.toString(), "-V").redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var said = process.getInputStream().readAllBytes();
            return read(program, new String(said, StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty(); // It is there, and does not run: as good as not there.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<Kcat> read(Path program, String said) {
        var version = VERSION.matcher(said);
        return version.find()
                ? Optional.of(
                        new Kcat(
                                program,
                                "kcat " + version.group(1) + ", librdkafka " + version.group(2)))
                : Optional.empty();
    }
}
