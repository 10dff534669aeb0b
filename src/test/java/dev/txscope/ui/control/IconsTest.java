package dev.txscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

class IconsTest {

    @Test
    void everyIconHasItsOwnShapeInTheStylesheet() throws Exception {
        String css = stylesheet();
        var shapes = new ArrayList<String>();
        for (Method factory : factories()) {
            var icon = (Region) factory.invoke(null);
            String styleClass = icon.getStyleClass().getLast();
            var rule = Pattern.compile("\\." + styleClass + " \\{[^}]*-fx-shape: \"([^\"]+)\"");
            var found = rule.matcher(css);
            assertTrue(found.find(), "No shape for " + styleClass);
            shapes.add(found.group(1));
        }
        assertEquals(shapes.size(), shapes.stream().distinct().count());
    }

    private static List<Method> factories() {
        return Arrays.stream(Icons.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> m.getReturnType() == Region.class)
                .toList();
    }

    private static String stylesheet() throws IOException {
        try (var in = Icons.class.getResourceAsStream(Icons.STYLESHEET)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
