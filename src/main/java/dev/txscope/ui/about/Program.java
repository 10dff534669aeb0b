package dev.txscope.ui.about;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// What the program says of itself.
///
/// @param version of TxScope; empty where the build has not written it down
/// @param kafkaVersion of the broker and the clients that are shipped
/// @param reports where logs and crash reports are; the folder may not exist yet
/// @param property a system property by its name, empty where there is none
public record Program(
        String version, String kafkaVersion, Path reports, UnaryOperator<String> property) {

    /// Where nobody said more than this Java knows.
    public static Program unnamed() {
        return new Program("", "", Path.of(""), name -> System.getProperty(name, ""));
    }

    String javaVersion() {
        return property.apply("java.runtime.version");
    }

    String javaFxVersion() {
        return property.apply("javafx.runtime.version");
    }

    /// Name, version and processor.
    String system() {
        return String.join(
                " ",
                property.apply("os.name"),
                property.apply("os.version"),
                property.apply("os.arch"));
    }
}
