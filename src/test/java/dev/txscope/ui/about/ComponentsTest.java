package dev.txscope.ui.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ComponentsTest {
    private static final String ENTRIES =
            """
            kafka = Apache Kafka | Apache-2.0 | Apache-2.0 | https://kafka.apache.org/
            kafka-streams = Streams | Apache-2.0 | Apache-2.0 | https://example.org/
            lz4-java = lz4-java | Apache-2.0 and BSD-2-Clause | BSD-lz4 + Apache-2.0 | https://lz4/
            """;

    private static Components components() throws IOException {
        return new Components(new StringReader(ENTRIES));
    }

    private static Program program(Map<String, String> properties) {
        return new Program(
                "0.1.0", "4.4.0", Path.of("logs"), name -> properties.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "kafka-clients-4.4.0.jar, Apache Kafka 4.4.0",
        "kafka_2.13-4.4.0.jar, Apache Kafka 4.4.0",
        "kafka.jar, Apache Kafka",
        "kafka-clients-5.0.0-rc1.jar, Apache Kafka 5.0.0-rc1",
        "kafka-server-4.4.0.Final-SNAPSHOT.jar, Apache Kafka 4.4.0.Final-SNAPSHOT",
        "kafka-streams-scala_2.13-4.4.0.jar, Streams 4.4.0",
        "lz4-java-1.11.2.jar, lz4-java 1.11.2"
    })
    void aJarIsKnownByTheLongestBeginningOfItsName(String jar, String title) throws IOException {
        assertEquals(Optional.of(title), components().ofJar(jar).map(Component::title));
    }

    @ParameterizedTest
    @CsvSource({
        "kafkaesque-1.0.jar",
        "junit-jupiter-6.1.3.jar",
        "kafka-clients-4.4.0.txt",
        "classes"
    })
    void whatHasNoEntryIsNoComponent(String file) throws IOException {
        assertEquals(Optional.empty(), components().ofJar(file));
    }

    @Test
    void anEntryWithoutFourPartsIsADefect() {
        var broken = new StringReader("kafka = Apache Kafka | Apache-2.0");
        assertThrows(IllegalArgumentException.class, () -> new Components(broken));
    }

    @Test
    void severalTextsAreReadInTheirOrder() throws IOException {
        var lz4 = components().ofJar("lz4-java-1.11.2.jar").orElseThrow();
        assertEquals(List.of("BSD-lz4", "Apache-2.0"), lz4.texts());
        assertTrue(lz4.licenceText().contains("Redistribution"), lz4::licenceText);
        assertTrue(lz4.licenceText().contains("Apache License"), lz4::licenceText);
    }

    @Test
    void whatIsShippedIsFoundFromTheClassPathEachComponentOnce() throws IOException {
        var program =
                program(
                        Map.of(
                                "path.separator", ":",
                                "java.runtime.version", "25+36",
                                "javafx.runtime.version", "26+1",
                                "java.class.path",
                                        "target/classes:/opt/a b/Éva/kafka-clients-4.4.0.jar"
                                                + ":/x/kafka_2.13-4.4.0.jar:/x/junit-6.jar"));
        assertEquals(
                List.of("TxScope 0.1.0", "Apache Kafka 4.4.0", "OpenJDK 25+36", "OpenJFX 26+1"),
                components().shippedWith(program).stream().map(Component::title).toList());
    }

    @Test
    void aClassPathOfWindowsIsRead() throws IOException {
        var program =
                program(
                        Map.of(
                                "path.separator", ";",
                                "java.class.path",
                                        "C:\\Program Files\\TxScope\\app\\lz4-java-1.11.2.jar"));
        assertTrue(
                components().shippedWith(program).stream()
                        .anyMatch(c -> c.title().equals("lz4-java 1.11.2")));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void eachComponentTellsItsLicenceAndHasItsText(Component component) {
        assertFalse(component.name().isBlank());
        assertTrue(component.licence().matches("[A-Za-z0-9. -]+"), component::licence);
        assertTrue(component.licenceText().length() > 900, component::licenceText);
    }

    static List<Component> everything() {
        var known = Components.ofProgram();
        var all = new java.util.ArrayList<>(known.known());
        all.addAll(known.shippedWith(program(Map.of())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everything")
    void eachLicenceThatIsNamedHasItsText(Component component) {
        String text = component.licenceText();
        if (component.licence().contains("Apache-2.0")) {
            assertTrue(text.contains("Apache License"));
        }
        if (component.licence().contains("BSD")) {
            assertTrue(text.contains("Redistribution and use in source and binary forms"));
        }
        if (component.licence().contains("GPL")) {
            assertTrue(text.contains("GNU General Public License") && text.contains("CLASSPATH"));
        }
    }
}
