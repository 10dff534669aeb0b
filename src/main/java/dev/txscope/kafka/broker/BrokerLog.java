package dev.txscope.kafka.broker;

import dev.txscope.report.LogLine;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/// The log of a broker's process: one line each, on standard error for the parent and in a bounded
/// file for people. It remembers what the exceptions in it told last, which is why a broker ends.
final class BrokerLog extends Handler {
    private static final int FILE_BYTES = 2 << 20;
    private static final int FILES = 2;

    /// What was told longer ago did not end the broker.
    private static final Duration RECENT = Duration.ofSeconds(10);

    /// Loggers that list hundreds of settings at every start.
    private static final List<String> CHATTY =
            List.of("org.apache.kafka.common.config", "kafka.server.KafkaConfig");

    private final Diagnosis diagnosis;
    private final Logger root = Logger.getLogger("");
    private final List<Logger> quiet = CHATTY.stream().map(Logger::getLogger).toList();
    private final Handler parent = new Console();
    private ChildWord.@Nullable Failed cause;
    private long causeAt;
    private @Nullable String complaint;

    BrokerLog(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /// Takes over all logging of this process; to a file as well once [#openFile] was called.
    void install() {
        LogManager.getLogManager().reset();
        root.setLevel(Level.INFO);
        quiet.forEach(logger -> logger.setLevel(Level.WARNING));
        root.addHandler(parent);
        root.addHandler(this);
    }

    void openFile(Path folder, String name) throws IOException {
        // `%` means something to the handler, but not in the name of a folder; %g numbers the
        // files.
        String pattern = folder.toString().replace("%", "%%") + "/" + name + ".%g.log";
        var handler = new FileHandler(pattern, FILE_BYTES, FILES, true);
        handler.setFormatter(new Line());
        handler.setEncoding("UTF-8");
        root.addHandler(handler);
    }

    /// Why the broker ends now, if an exception in the log has just told.
    synchronized ChildWord.@Nullable Failed known() {
        boolean recent = System.nanoTime() - causeAt < RECENT.toNanos();
        return recent ? cause : null;
    }

    /// The first severe entry, or the given text if there was none.
    synchronized String complaint(String otherwise) {
        return complaint != null ? complaint : otherwise;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        var told = entry.getThrown() == null ? null : diagnosis.known(entry.getThrown());
        if (told != null) {
            cause = told;
            causeAt = System.nanoTime();
        }
        if (complaint == null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            complaint = entry.getMessage();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static final class Console extends StreamHandler {
        Console() {
            super(System.err, new Line());
            try {
                setEncoding("UTF-8");
            } catch (IOException e) {
                throw new IllegalStateException("Every Java has UTF-8", e);
            }
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }
    }

    /// With the exception's own words: this log stays with the broker's data.
    private static final class Line extends LogLine {
        @Override
        protected String trace(Throwable thrown) {
            var text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text, true));
            return text.toString();
        }
    }
}
