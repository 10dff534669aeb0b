package dev.txscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program's log: a few files of bounded size in a folder, the newest lines in number 0. Each
/// program that runs at the same time has files of its own.
///
/// What Kafka's clients warn of is in it, and what the program says through [#tell].
public final class ProgramLog implements AutoCloseable {
    static final int FILE_BYTES = 1 << 20;
    static final int FILES = 2;

    /// Kept here, since the JDK forgets loggers that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");

    private static final Logger OWN = Logger.getLogger("dev.txscope");

    private final FileHandler handler;

    private ProgramLog(FileHandler handler) {
        this.handler = handler;
    }

    /// Opens the log, and takes what is logged anywhere in this process from now on.
    ///
    /// @throws IOException if the folder cannot be made or written
    public static ProgramLog open(Path folder) throws IOException {
        Files.createDirectories(folder);
        // `%` means something to the handler, but not in the name of a folder.
        String pattern = folder.toString().replace("%", "%%") + "/txscope-%u.%g.log";
        var handler = new FileHandler(pattern, FILE_BYTES, FILES, true);
        handler.setEncoding("UTF-8");
        handler.setFormatter(new Line());
        ROOT.setLevel(Level.WARNING);
        OWN.setLevel(Level.INFO);
        ROOT.addHandler(handler);
        return new ProgramLog(handler);
    }

    /// Adds a line of the program's own; without effect while no log is open.
    public static void tell(String line) {
        OWN.info(line);
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        handler.close();
    }

    private static final class Line extends LogLine {
        @Override
        protected String trace(Throwable thrown) {
            return Trace.of(thrown);
        }
    }
}
