package dev.txscope.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/// What it was measured on.
final class Machine {
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

    /// Whether a window can be shown to somebody.
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        String display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isEmpty());
    }
}
