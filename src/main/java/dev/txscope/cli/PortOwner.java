package dev.txscope.cli;

import java.util.Locale;

/// Who has a port: only the system's own tools can be asked.
public final class PortOwner {
    private PortOwner() {}

    /// The command that tells it on this system.
    public static String question(int port) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "netstat -ano | findstr :" + port;
        }
        return system.startsWith("mac")
                ? "lsof -nP -iTCP:" + port + " -sTCP:LISTEN"
                : "ss -ltnp sport = :" + port;
    }
}
