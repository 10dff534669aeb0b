import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/// The Java runtime with JavaFX in it, of the modules that are needed.
///
/// JavaFX's platform jars carry their native libraries as resources, to be unpacked into the home
/// folder at the first start. As jmods with a section for libraries they are in the runtime itself.
final class RuntimeImage {
    private final Place place;
    private final Path modules;

    RuntimeImage(Place place) {
        this.place = place;
        modules = place.work().resolve("modules");
    }

    void link(List<Path> jars) throws IOException {
        Files.createDirectories(modules);
        for (Path jar : jars) {
            if (isJavaFx(jar)) {
                module(jar);
            }
        }
        var words = new ArrayList<>(place.options("jlink.options"));
        words.addAll(List.of("--module-path", modules.toString()));
        words.addAll(List.of("--output", place.runtime().toString()));
        Tools.jdk("jlink", words);
    }

    static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    /// The jar without a classifier is empty.
    private void module(Path jar) throws IOException {
        String name = jar.getFileName().toString().split("-\\d")[0].replace('-', '.');
        Path classes = place.work().resolve("javafx").resolve(name);
        Path libraries = place.work().resolve("javafx-libraries").resolve(name);
        Files.createDirectories(libraries);
        try (var from = new JarFile(jar.toFile())) {
            if (from.getEntry("module-info.class") == null) {
                return;
            }
            for (var entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
                Path to =
                        (isLibrary(entry.getName()) ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (var in = from.getInputStream(entry)) {
                    Files.copy(in, to);
                }
            }
        }
        Files.deleteIfExists(classes.resolve("javafx-swt.jar"));
        Path module = modules.resolve(name + ".jmod");
        Tools.jdk(
                "jmod",
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        libraries.toString(),
                        module.toString()));
    }

    static boolean isLibrary(String entry) {
        return entry.toLowerCase(Locale.ROOT).matches(".*\\.(so|dll|dylib|jnilib|a)");
    }
}
