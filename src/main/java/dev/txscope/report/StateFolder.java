package dev.txscope.report;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// The folder in which a system keeps what a program says of its own runs, for one user.
///
/// | system  | folder                                                        |
/// |---------|---------------------------------------------------------------|
/// | Linux   | `$XDG_STATE_HOME/txscope`, else `~/.local/state/txscope` (XDG Base Directory 0.8) |
/// | macOS   | `~/Library/Logs/TxScope`                                      |
/// | Windows | `%LOCALAPPDATA%\TxScope\Logs`                                 |
public final class StateFolder {
    private static final String OWN = "TxScope";

    private StateFolder() {}

    /// This user's, on this system; it may not exist yet.
    public static Path ours() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")),
                System::getenv);
    }

    static Path of(String system, Path home, UnaryOperator<@Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Logs").resolve(OWN);
        }
        if (name.startsWith("windows")) {
            var local = home.resolve("AppData").resolve("Local");
            return absolute(environment.apply("LOCALAPPDATA"), local).resolve(OWN).resolve("Logs");
        }
        return absolute(environment.apply("XDG_STATE_HOME"), home.resolve(".local/state"))
                .resolve("txscope");
    }

    /// A relative path there is invalid, and to be ignored.
    private static Path absolute(@Nullable String wanted, Path otherwise) {
        try {
            return wanted != null && Path.of(wanted).isAbsolute() ? Path.of(wanted) : otherwise;
        } catch (InvalidPathException _) {
            return otherwise;
        }
    }
}
