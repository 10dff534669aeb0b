import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Tools of the JDK and of the system, and files.
final class Tools {
    private Tools() {}

    /// Runs one of the JDK's own tools in this process.
    static void jdk(String tool, List<String> arguments) {
        var found = ToolProvider.findFirst(tool).orElseThrow();
        int code = found.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " " + arguments + " ended with " + code);
        }
    }

    static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(List.of(command) + " ended with " + code);
        }
    }

    static boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(Path::of)
                .anyMatch(
                        folder ->
                                Files.isExecutable(folder.resolve(command))
                                        || Files.isExecutable(folder.resolve(command + ".exe")));
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (!Files.isDirectory(copy)) {
                    Files.copy(
                            file,
                            copy,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    file.toFile().setWritable(true); // The runtime's licences are read-only.
                    Files.delete(file);
                }
            }
        }
    }

    static long bytes(Path fileOrFolder) throws IOException {
        try (var files = Files.walk(fileOrFolder)) {
            return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(Tools::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says how large what was made is.
    static void tell(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                System.out.printf(
                        Locale.ROOT, "%8.1f MB  %s%n", bytes(file) / 1e6, file.getFileName());
            }
        }
    }
}
