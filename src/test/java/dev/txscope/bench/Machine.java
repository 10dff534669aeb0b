package dev.txscope.bench;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/// What it was measured on.
final class Machine {
    /// Its place in the first line, which begins with a name.
    private static final int STEAL = 8;

    /// Of `USER_HZ`, in milliseconds.
    private static final int TICK = 10;

    private Machine() {}

    static String describe() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %.0f GB, %s %s, Java %s, load %.1f, windows on %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / 1e9,
                        system.getName(),
                        system.getArch(),
                        Runtime.version(),
                        system.getSystemLoadAverage(),
                        hasDisplay() ? "the display" : "JavaFX's headless platform (no display)");
    }

    /// How much processor time a virtual machine's host has given to others since it booted, in
    /// milliseconds of all processors together (`steal` of proc(5)); 0 where nothing tells.
    static double stolenMillis() throws IOException {
        Path stat = Path.of("/proc/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        try (var words = new Scanner(stat, StandardCharsets.US_ASCII)) {
            words.next();
            for (int i = 1; i < STEAL; i++) {
                words.nextLong();
            }
            return words.nextLong() * (double) TICK;
        }
    }

    /// Whether a window can be shown to somebody.
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        String display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isEmpty());
    }
}
