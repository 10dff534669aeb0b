package dev.txscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// WCAG 2.1 contrast of the tokens: 4.5 for text on its ground, 3 for the borders of shapes.
class ContrastTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/txscope/ui");
    private static final Pattern TOKEN = Pattern.compile("(-[a-z-]+):\\s*#([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "-open-fg, -open-bg, 4.5",
        "-committed-fg, -committed-bg, 4.5",
        "-aborted-fg, -aborted-bg, 4.5",
        "-held-fg, -held-bg, 4.5",
        "-coordinator-fg, -coordinator-bg, 4.5",
        "-delivered-fg, -delivered-bg, 4.5",
        "-text, -card-bg, 4.5",
        "-text, -app-bg, 4.5",
        "-text, -coordinator-bg, 4.5",
        "-text, -aborted-bg, 4.5",
        "-text, -lit, 4.5",
        "-text-muted, -card-bg, 4.5",
        "-text-muted, -app-bg, 4.5",
        "-committed-fg, -card-bg, 4.5",
        "-aborted-fg, -card-bg, 4.5",
        "-coordinator-fg, -card-bg, 4.5",
        "-open-fg, -card-bg, 4.5",
        "-marker-fg, -committed-border, 4.5",
        "-marker-fg, -aborted-border, 4.5",
        "-open-border, -card-bg, 3",
        "-committed-border, -card-bg, 3",
        "-aborted-border, -card-bg, 3",
        "-held-border, -card-bg, 3",
        "-coordinator-border, -card-bg, 3",
        "-delivered-border, -card-bg, 3",
        "-focus, -card-bg, 3"
    })
    void bothThemesCanBeRead(String ink, String ground, double least) throws IOException {
        Map<String, Integer> light = tokens("tokens.css");
        Map<String, Integer> dark = new HashMap<>(light);
        dark.putAll(tokens("dark.css"));
        assertContrast("light", light, ink, ground, least);
        assertContrast("dark", dark, ink, ground, least);
    }

    private static void assertContrast(
            String theme, Map<String, Integer> tokens, String ink, String ground, double least) {
        double contrast = contrast(tokens.get(ink), tokens.get(ground));
        assertTrue(
                contrast >= least, "%s: %s on %s has %.2f".formatted(theme, ink, ground, contrast));
    }

    private static Map<String, Integer> tokens(String file) throws IOException {
        var tokens = new HashMap<String, Integer>();
        var found = TOKEN.matcher(Files.readString(FOLDER.resolve(file)));
        while (found.find()) {
            tokens.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return tokens;
    }

    private static double contrast(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double c = (value & 0xff) / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
