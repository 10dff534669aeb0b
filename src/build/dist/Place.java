import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where things are, and for which system they are made: the one that this runs on.
///
/// @param version such as `0.1.0-SNAPSHOT`
/// @param target the build's folder
record Place(String version, Path target, Sys system) {

    /// A system; its name in lower case is its folder in `packaging`.
    enum Sys {
        LINUX,
        WINDOWS,
        MACOS
    }

    static Place of(String version, Path target) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system =
                name.startsWith("win")
                        ? Sys.WINDOWS
                        : name.startsWith("mac") ? Sys.MACOS : Sys.LINUX;
        return new Place(version, target, system);
    }

    Path out() {
        return target.resolve("dist");
    }

    Path work() {
        return target.resolve("dist-work");
    }

    /// What jpackage gets as the image's content.
    Path input() {
        return work().resolve("input");
    }

    Path runtime() {
        return work().resolve("runtime");
    }

    Path packaging() {
        return Path.of("packaging", system.name().toLowerCase(Locale.ROOT));
    }

    /// The image, as a person would move it: a folder, on macOS the bundle.
    Path image() {
        return out().resolve("image")
                .resolve(
                        switch (system) {
                            case LINUX -> "txscope";
                            case WINDOWS -> "TxScope";
                            case MACOS -> "TxScope.app";
                        });
    }

    /// Where jars and caches are in the image.
    Path app() {
        return switch (system) {
            case LINUX -> image().resolve("lib/app");
            case WINDOWS -> image().resolve("app");
            case MACOS -> image().resolve("Contents/app");
        };
    }

    Path java() {
        return switch (system) {
            case LINUX -> image().resolve("lib/runtime/bin/java");
            case WINDOWS -> image().resolve("runtime/bin/java.exe");
            case MACOS -> image().resolve("Contents/runtime/Contents/Home/bin/java");
        };
    }

    /// Three numbers: the version without its qualifier. On macOS the first must be 1 or more, so
    /// it is one more than ours, always: the order of versions stays.
    String numbers() {
        String plain = version.replaceFirst("-.*", "");
        if (system != Sys.MACOS) {
            return plain;
        }
        int dot = plain.indexOf('.');
        return Integer.parseInt(plain.substring(0, dot)) + 1 + plain.substring(dot);
    }

    /// For dpkg and rpm, where `~` sorts before everything: a snapshot is older than its release.
    String linuxVersion() {
        return version.replaceFirst("-", "~");
    }

    /// `amd64` or `aarch64`, as the JVM says it.
    String architecture() {
        return System.getProperty("os.arch");
    }

    /// The words of `packaging/name` and of the system's own file of that name, one a line.
    List<String> options(String name) throws IOException {
        var words = new ArrayList<String>();
        for (Path file : List.of(Path.of("packaging", name), packaging().resolve(name))) {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(words::add);
            }
        }
        return words;
    }
}
