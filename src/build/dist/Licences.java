import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/// The licences of what is shipped, as files: each jar's own, and ours for jars without. Those of
/// Java are in the runtime already.
final class Licences {
    private static final Path ABOUT = Path.of("src/main/resources/dev/txscope/about");

    private static final Pattern NAME =
            Pattern.compile(
                    "(META-INF/)?((.*/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*(?<![.]class))",
                    Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final Properties entries = new Properties();

    Licences(Path folder) {
        this.folder = folder;
    }

    /// @param jars all that the image gets, without ours and JavaFX’s
    /// @throws IllegalStateException naming the jars that About would not tell of
    void collect(List<Path> jars) throws IOException {
        Path file = ABOUT.resolve("components.properties");
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            entries.load(reader);
        }
        var untold = jars.stream().map(Licences::name).filter(jar -> entry(jar).isEmpty()).toList();
        if (!untold.isEmpty()) {
            throw new IllegalStateException("No licence in " + file + " for " + untold + ".");
        }
        Tools.delete(folder);
        for (Path jar : jars) {
            collect(jar);
        }
        copy("Apache-2.0", folder.resolve("txscope"));
        copy("GPL-2.0-CE", folder.resolve("openjfx"));
    }

    private void collect(Path jar) throws IOException {
        Path own = folder.resolve(name(jar));
        boolean told = false;
        try (var from = new JarFile(jar.toFile())) {
            for (var entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
                var name = NAME.matcher(entry.getName());
                if (name.matches()) {
                    extract(from, entry, own.resolve(name.group(2)).normalize());
                    told |= !name.group(4).equalsIgnoreCase("NOTICE");
                }
            }
        }
        if (!told) {
            for (String text : entry(name(jar)).orElseThrow().split("[|]")[2].split("[+]")) {
                copy(text.strip(), own);
            }
        }
    }

    /// A jar may have a file where its META-INF has one of the same name: both are kept.
    private void extract(JarFile from, ZipEntry entry, Path wanted) throws IOException {
        if (!wanted.startsWith(folder)) {
            throw new IOException(from.getName() + " has " + entry);
        }
        Path to =
                Files.exists(wanted)
                        ? wanted.resolveSibling("other-" + wanted.getFileName())
                        : wanted;
        Files.createDirectories(to.getParent());
        try (var in = from.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }

    private static void copy(String text, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(ABOUT.resolve("licences").resolve(text + ".txt"), to.resolve(text + ".txt"));
    }

    /// As the window finds it: by the longest beginning of the jar's name, in whole words.
    private Optional<String> entry(String jar) {
        return entries.stringPropertyNames().stream()
                .filter(key -> jar.matches(Pattern.quote(key) + "([^\\p{L}\\p{N}].*)?"))
                .max(Comparator.comparing(String::length))
                .map(entries::getProperty);
    }

    /// The folder of a jar's licences.
    static String name(Path jar) {
        return jar.getFileName().toString().replaceFirst("[.]jar$", "");
    }
}
