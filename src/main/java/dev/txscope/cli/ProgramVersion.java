package dev.txscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The version that the build wrote down.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// Such as `0.1.0`.
    public static String read() {
        try (var in = ProgramVersion.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties"));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
