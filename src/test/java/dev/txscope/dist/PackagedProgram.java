package dev.txscope.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/// The image that `mvn -Pdist package` makes, wherever it stands.
///
/// @param root its folder, on macOS the bundle
public record PackagedProgram(Path root) {

    private enum Sys {
        LINUX,
        WINDOWS,
        MACOS
    }

    /// The one that was built last.
    public static PackagedProgram built() {
        String name =
                switch (system()) {
                    case LINUX -> "txscope";
                    case WINDOWS -> "TxScope";
                    case MACOS -> "TxScope.app";
                };
        return new PackagedProgram(Path.of("target/dist/image", name).toAbsolutePath());
    }

    public Path launcher() {
        return root.resolve(
                switch (system()) {
                    case LINUX -> "bin/txscope";
                    case WINDOWS -> "TxScope.exe";
                    case MACOS -> "Contents/MacOS/TxScope";
                });
    }

    /// The `java` command that also the broker is started with.
    Path java() {
        return root.resolve(
                switch (system()) {
                    case LINUX -> "lib/runtime/bin/java";
                    case WINDOWS -> "runtime/bin/java.exe";
                    case MACOS -> "Contents/runtime/Contents/Home/bin/java";
                });
    }

    String classPath() throws IOException {
        Path app =
                root.resolve(
                        switch (system()) {
                            case LINUX -> "lib/app";
                            case WINDOWS -> "app";
                            case MACOS -> "Contents/app";
                        });
        try (var files = Files.list(app)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Sys system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("win")
                ? Sys.WINDOWS
                : name.startsWith("mac") ? Sys.MACOS : Sys.LINUX;
    }
}
