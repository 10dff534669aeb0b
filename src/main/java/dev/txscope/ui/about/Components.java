package dev.txscope.ui.about;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is shipped, found from the jars that the program runs with. A file of properties knows
/// them: the beginning of a jar's name = component | licence | texts | where it comes from.
final class Components {
    private static final String RESOURCE = "/dev/txscope/about/components.properties";
    private static final String GPL = "GPL-2.0-with-classpath-exception";
    private static final List<String> GPL_TEXT = List.of("GPL-2.0-CE");
    private static final List<String> OUR_TEXT = List.of("Apache-2.0");

    /// A version begins with the first digit after a hyphen, and may have letters in it.
    private static final Pattern JAR = Pattern.compile("(?<name>.+?)(-(?<version>\\d.*))?[.]jar");

    private final Map<String, Component> known = new TreeMap<>();

    /// @throws IllegalArgumentException if an entry has not four parts
    Components(Reader entries) throws IOException {
        var properties = new Properties();
        properties.load(entries);
        for (String jar : properties.stringPropertyNames()) {
            known.put(jar, component(properties.getProperty(jar, "")));
        }
    }

    /// Those that the program's own file knows.
    static Components ofProgram() {
        try (var in = Components.class.getResourceAsStream(RESOURCE);
                var reader =
                        new InputStreamReader(
                                Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8)) {
            return new Components(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// TxScope, then by name what it is shipped with: the jars, each component once, and what is no
    /// jar in the image, Java and JavaFX.
    List<Component> shippedWith(Program program) {
        var property = program.property();
        var jars = jars(property.apply("java.class.path"), property.apply("path.separator"));
        var java =
                new Component(
                        "OpenJDK", program.javaVersion(), GPL, GPL_TEXT, "https://openjdk.org/");
        var javaFx =
                new Component(
                        "OpenJFX", program.javaFxVersion(), GPL, GPL_TEXT, "https://openjfx.io/");
        var others =
                Stream.concat(Stream.of(java, javaFx), jars)
                        .distinct()
                        .sorted(
                                Comparator.comparing(
                                        Component::title, String.CASE_INSENSITIVE_ORDER));
        var ours = new Component("TxScope", program.version(), "Apache-2.0", OUR_TEXT, "");
        return Stream.concat(Stream.of(ours), others).toList();
    }

    /// The component of the jar, with its version; nothing where it is none that is shipped.
    Optional<Component> ofJar(String file) {
        Matcher jar = JAR.matcher(file);
        if (!jar.matches()) {
            return Optional.empty();
        }
        String version = Objects.requireNonNullElse(jar.group("version"), "");
        return known.entrySet().stream()
                .filter(entry -> begins(jar.group("name"), entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> entry.getValue().at(version));
    }

    List<Component> known() {
        return List.copyOf(known.values());
    }

    private Stream<Component> jars(String classPath, String separator) {
        return Arrays.stream(classPath.split(Pattern.quote(separator)))
                .map(path -> path.substring(lastSlash(path) + 1))
                .flatMap(file -> ofJar(file).stream());
    }

    private static int lastSlash(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    /// Whole words: `kafka` begins `kafka-clients` and `kafka_2.13`, not `kafkaesque`.
    private static boolean begins(String jar, String key) {
        return jar.startsWith(key)
                && (jar.length() == key.length()
                        || !Character.isLetterOrDigit(jar.charAt(key.length())));
    }

    private static Component component(String entry) {
        String[] parts = entry.strip().split("\\s*[|]\\s*", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not four parts: " + entry);
        }
        var texts = List.of(parts[2].split("\\s*[+]\\s*"));
        return new Component(parts[0], "", parts[1], texts, parts[3]);
    }
}
