package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.ParsedValue;
import javafx.css.Rule;
import javafx.css.Stylesheet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The binary form of the image's stylesheets says what their text does.
class StylesheetsIT {
    /// Fewer would mean that hardly any stylesheet was looked at.
    private static final int SOME = 10;

    @Test
    void theySayWhatTheirTextDoes() throws Exception {
        String own =
                Arrays.stream(PackagedProgram.built().classPath().split(File.pathSeparator))
                        .filter(jar -> new File(jar).getName().startsWith("txscope"))
                        .findFirst()
                        .orElseThrow();
        int compared = 0;
        try (var jar = new JarFile(own)) {
            for (JarEntry sheet : jar.stream().filter(e -> e.getName().endsWith(".css")).toList()) {
                String binary = sheet.getName().replaceFirst("css$", "bss");
                if (jar.getEntry(binary) != null) {
                    String place = "jar:" + new File(own).toURI() + "!/";
                    var text = new CssParser().parse(URI.create(place + sheet.getName()).toURL());
                    assertEquals(
                            rules(text),
                            rules(Stylesheet.loadBinary(URI.create(place + binary).toURL())),
                            binary);
                    compared++;
                }
            }
        }
        assertTrue(compared > SOME, "stylesheets: " + compared);
    }

    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream().map(StylesheetsIT::text).toList();
    }

    /// Of the binary form a rule itself says nothing until somebody asks for its declarations.
    private static String text(Rule rule) {
        return rule.getSelectors()
                + rule.getDeclarations().stream().map(StylesheetsIT::text).toList().toString();
    }

    private static String text(Declaration declared) {
        return declared.getProperty()
                + (declared.isImportant() ? "!" : ":")
                + text(declared.getParsedValue());
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case ParsedValue<?, ?> parsed ->
                    text(parsed.getValue()) + " by " + parsed.getConverter();
            case Object[] several ->
                    Arrays.stream(several).map(StylesheetsIT::text).toList().toString();
            case null -> "none";
            default -> value.toString();
        };
    }
}
