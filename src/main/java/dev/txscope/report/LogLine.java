package dev.txscope.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// An entry of a log: when, how bad, what, from whom, in one line; below it what was thrown.
public abstract class LogLine extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /// What is told of an exception, each line with its end.
    protected abstract String trace(Throwable thrown);

    @Override
    public final String format(LogRecord entry) {
        return "%s %s %s (%s)\n%s"
                .formatted(
                        TIME.format(entry.getInstant()),
                        entry.getLevel().getName(),
                        formatMessage(entry),
                        entry.getLoggerName(),
                        entry.getThrown() == null ? "" : trace(entry.getThrown()));
    }
}
