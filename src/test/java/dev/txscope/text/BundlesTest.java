package dev.txscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

class BundlesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker",
                "cell",
                "cli",
                "doctor",
                "serve",
                "settings",
                "shell",
                "timeline",
                "transport",
                "validate"
            })
    void bothLanguagesSayTheSameThings(String area) throws IOException {
        Properties english = load(area, Language.ENGLISH);
        Properties french = load(area, Language.FRENCH);
        assertEquals(english.keySet(), french.keySet());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english, key), arguments(french, key), key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker",
                "cell",
                "cli",
                "doctor",
                "serve",
                "settings",
                "shell",
                "timeline",
                "transport",
                "validate"
            })
    void noSentenceHasAnApostropheThatMessageFormatWouldEat(String area) throws IOException {
        for (Language language : Language.values()) {
            load(area, language)
                    .forEach(
                            (key, text) ->
                                    assertFalse(text.toString().contains("'"), key::toString));
        }
    }

    private static int arguments(Properties bundle, String key) {
        return new MessageFormat(bundle.getProperty(key), Locale.ROOT)
                .getFormatsByArgumentIndex()
                .length;
    }

    private static Properties load(String area, Language language) throws IOException {
        String path = "/dev/txscope/text/" + area + "_" + language.code() + ".properties";
        var bundle = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(BundlesTest.class.getResourceAsStream(path)),
                        StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
