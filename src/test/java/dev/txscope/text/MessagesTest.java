package dev.txscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.Content;
import dev.txscope.projection.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/txscope/text");
    private static final Pattern ARGUMENT = Pattern.compile("[{]([0-9])");
    private static final Pattern KEY_IN_SOURCE =
            Pattern.compile(
                    "(?:get|of|text|button|message)\\((?:texts,)?\\s*\"([a-z]+[.][A-Za-z.]+[a-zA-Z])\"");

    static List<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith("_en.properties"))
                    .map(f -> f.substring(0, f.indexOf('_')))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesHaveTheSameKeys(String area) throws IOException {
        Properties english = load(area, Language.ENGLISH);
        Properties french = load(area, Language.FRENCH);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(french.keySet()));
        for (String key : english.stringPropertyNames()) {
            // A language may do without a number that another needs for its plural.
            assertTrue(
                    arguments(english.getProperty(key))
                            .containsAll(arguments(french.getProperty(key))),
                    key);
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void patternsAreWellFormedAndKeysNameTheirBundle(String area) throws IOException {
        for (Language language : Language.values()) {
            Properties bundle = load(area, language);
            for (String key : bundle.stringPropertyNames()) {
                assertFalse(bundle.getProperty(key).contains("'"), key + " needs ’ for '");
                assertEquals(area, key.substring(0, key.indexOf('.')));
                var pattern = new MessageFormat(bundle.getProperty(key), language.locale());
                assertFalse(pattern.format(new Object[] {1, 2, 3, 4}).isBlank(), key);
            }
        }
    }

    @Test
    void everyKeyInTheSourcesExists() throws IOException {
        var missing = new ArrayList<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                var keys = KEY_IN_SOURCE.matcher(Files.readString(source));
                while (keys.find()) {
                    String key = keys.group(1);
                    String area = key.substring(0, key.indexOf('.'));
                    if (areas().contains(area) && !load(area, Language.ENGLISH).containsKey(key)) {
                        missing.add(source.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void argumentsAreWrittenAsPeopleDo() {
        var open =
                Message.of(
                        "sentence.open",
                        Message.of("sentence.records.one", Content.of("k", "order-4")),
                        1,
                        Duration.ofSeconds(57));
        assertEquals("order-4 is in the log, still open.", Messages.in(Language.ENGLISH).get(open));
        assertEquals(
                "order-4 : dans le log, encore ouvert.", Messages.in(Language.FRENCH).get(open));
    }

    private static Set<String> arguments(String pattern) {
        var numbers = new TreeSet<String>();
        var found = ARGUMENT.matcher(pattern);
        while (found.find()) {
            numbers.add(found.group(1));
        }
        return numbers;
    }

    private static Properties load(String area, Language language) throws IOException {
        var properties = new Properties();
        Path file = FOLDER.resolve(area + "_" + language.code() + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
