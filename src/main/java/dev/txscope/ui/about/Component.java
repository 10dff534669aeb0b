package dev.txscope.ui.about;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Something that is shipped.
///
/// @param licence as SPDX names it
/// @param texts names of the licence's texts, without their ending; each is part of the program
/// @param address where it comes from
record Component(String name, String version, String licence, List<String> texts, String address) {
    private static final String BETWEEN = "\n\n" + "—".repeat(24) + "\n\n";

    Component at(String itsVersion) {
        return new Component(name, itsVersion, licence, texts, address);
    }

    /// Name and version.
    String title() {
        return (name + " " + version).strip();
    }

    /// The licence, or all of them, one below the other.
    ///
    /// @throws NullPointerException if a text is missing: a defect, found by a test
    String licenceText() {
        return texts.stream().map(Component::read).collect(Collectors.joining(BETWEEN));
    }

    private static String read(String text) {
        String resource = "/dev/txscope/about/licences/" + text + ".txt";
        try (var in = Component.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
