package dev.txscope.ui.about;

import java.util.Locale;

/// Where things are kept on the user's system, told without the user's name.
final class Places {
    private final Program program;
    private final String system;

    Places(Program program) {
        this.program = program;
        system = program.property().apply("os.name").toLowerCase(Locale.ROOT);
    }

    /// Where `java.util.prefs` keeps what the person chose. On macOS all programs of Java whose
    /// names are as short share a file.
    String settings() {
        if (isWindows()) {
            return "HKEY_CURRENT_USER\\Software\\JavaSoft\\Prefs\\dev\\txscope";
        }
        if (system.startsWith("mac")) {
            return "~/Library/Preferences/com.apple.java.util.prefs.plist";
        }
        String root = program.property().apply("java.util.prefs.userRoot");
        return (root.isEmpty() ? "~" : told(root)) + "/.java/.userPrefs/dev/txscope";
    }

    String reports() {
        return told(program.reports().toString());
    }

    /// The path with `~` or `%USERPROFILE%` in place of the home folder.
    String told(String path) {
        String home = program.property().apply("user.home");
        boolean inside = !home.isEmpty() && path.startsWith(home);
        String rest = inside ? path.substring(home.length()) : path;
        boolean whole = rest.isEmpty() || rest.startsWith("/") || rest.startsWith("\\");
        return inside && whole ? (isWindows() ? "%USERPROFILE%" : "~") + rest : path;
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }
}
