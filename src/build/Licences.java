import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Collects the licences of what is shipped: a list, the texts, and what each jar says itself.
///
/// Usage: `Licences ABOUT TARGET CLASSPATH`; the first is the folder with `components.properties`.
/// It fails when a jar is not in that list, so that nothing is shipped whose licence nobody read.
final class Licences {
    private Licences() {}

    public static void main(String[] args) throws IOException {
        var about = Path.of(args[0]);
        var target = Files.createDirectories(Path.of(args[1]));
        var known = new Properties();
        try (var in = Files.newBufferedReader(about.resolve("components.properties"))) {
            known.load(in);
        }
        // They are in the runtime image, with a folder `legal` of their own.
        var list = new ArrayList<String>();
        list.add("OpenJDK: GPL-2.0 with Classpath Exception, GPL-2.0-CE.txt, https://openjdk.org/");
        list.add("OpenJFX: GPL-2.0 with Classpath Exception, GPL-2.0-CE.txt, https://openjfx.io/");
        for (String entry : args[2].split(File.pathSeparator)) {
            var jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("javafx-")) {
                list.add(line(name, known));
                collect(jar, target);
            }
        }
        Files.write(target.resolve("THIRD-PARTY.txt"), new TreeSet<>(list));
        copyTexts(about.resolve("licences"), target);
    }

    /// Of the beginnings that fit, the longest: `kafka` is one, and so may be `kafka-clients`.
    private static String line(String jar, Properties known) {
        String best =
                known.stringPropertyNames().stream()
                        .filter(start -> jar.startsWith(start + "-") || jar.startsWith(start + "_"))
                        .reduce("", (a, b) -> a.length() > b.length() ? a : b);
        if (best.isEmpty()) {
            throw new IllegalStateException("No licence is known of " + jar);
        }
        String[] words = known.getProperty(best).split(" \\| ");
        return "%s: %s, %s.txt, %s"
                .formatted(jar, words[1], words[2].replace(" + ", ".txt, "), words[3]);
    }

    private static void collect(Path jar, Path target) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("[.]jar$", "");
        try (var file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream().filter(Licences::isLegal).toList();
            for (JarEntry entry : entries) {
                var copy = target.resolve(name).resolve(entry.getName().replace('/', '_'));
                Files.createDirectories(copy.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.write(copy, in.readAllBytes());
                }
            }
        }
    }

    private static boolean isLegal(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && !last.endsWith(".CLASS")
                && (last.startsWith("LICENSE")
                        || last.startsWith("NOTICE")
                        || last.startsWith("COPYING")
                        || last.startsWith("AUTHORS"));
    }

    private static void copyTexts(Path texts, Path target) throws IOException {
        try (var files = Files.newDirectoryStream(texts, "*.txt")) {
            for (Path text : files) {
                Files.write(target.resolve(text.getFileName()), Files.readAllBytes(text));
            }
        }
    }
}
