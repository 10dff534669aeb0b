package dev.txscope.ui.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class BundlesTest {

    @ParameterizedTest
    @ValueSource(strings = {"now", "diagram"})
    void bothLanguagesSayTheSameWithTheSameArguments(String area) throws IOException {
        Properties english = load(area, "en");
        Properties french = load(area, "fr");
        assertEquals(english.stringPropertyNames(), french.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english, key), arguments(french, key), key);
            assertFalse((english.getProperty(key) + french.getProperty(key)).contains("'"), key);
        }
    }

    private static Set<String> arguments(Properties bundle, String key) {
        return Pattern.compile("\\{(\\d)")
                .matcher(bundle.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String area, String language) throws IOException {
        String name = "/dev/txscope/text/" + area + "_" + language + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(BundlesTest.class.getResourceAsStream(name));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
