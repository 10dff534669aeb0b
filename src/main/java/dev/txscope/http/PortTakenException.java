package dev.txscope.http;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/// A port that cannot be bound on loopback, mostly because another program listens there.
public final class PortTakenException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final int port;

    /// @param cause what the operating system said
    public PortTakenException(int port, IOException cause) {
        super("Port " + port + " cannot be taken: " + cause.getMessage(), cause);
        this.port = port;
    }

    /// The port that was asked for.
    public int port() {
        return port;
    }

    /// The command line that tells a person on this system which program listens there.
    public String whoListens() {
        return whoListens(System.getProperty("os.name", ""), port);
    }

    static String whoListens(String system, int port) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "netstat -ano -p TCP | findstr :" + port;
        }
        return name.startsWith("linux")
                ? "ss -ltnp 'sport = :" + port + "'"
                : "lsof -nP -iTCP:" + port + " -sTCP:LISTEN";
    }
}
