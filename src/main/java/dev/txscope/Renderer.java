package dev.txscope;

import java.io.File;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which of JavaFX's renderers draws the window.
///
/// Where Linux has no graphics device JavaFX loads OpenGL, finds that a processor would play the
/// device, and takes its own software renderer after all: 0.1 s of a start, 0.2 s from a cold disk.
final class Renderer {
    /// JavaFX's own property: the renderers to try, in that order.
    static final String ORDER = "prism.order";

    private Renderer() {}

    /// Spares JavaFX the look where it would be in vain; before the toolkit starts.
    static void choose() {
        choose(System.getProperties(), device -> new File(device).exists());
    }

    static void choose(Properties system, Predicate<String> exists) {
        boolean linux = system.getProperty("os.name", "").equals("Linux");
        if (linux && system.getProperty(ORDER) == null && devices().noneMatch(exists)) {
            system.setProperty(ORDER, "sw");
        }
    }

    /// The kernel's own, NVIDIA's without it, and that of Windows' Linux.
    private static Stream<String> devices() {
        return Stream.of("/dev/dri", "/dev/nvidia0", "/dev/dxg");
    }
}
