package dev.txscope.text;

import java.time.Duration;
import java.util.Locale;

/// Durations as people write them: the unit that fits, and no more digits than can be read.
public final class Durations {
    /// What would be rounded to 1000 ms is a second.
    private static final double SHORT = 999.5;

    /// From here on people count in minutes.
    private static final double LONG = 119.5;

    private static final long SECOND = 1_000_000_000L;
    private static final String NO_BREAK = "\u00a0";

    private Durations() {}

    /// `0.4 ms`, `3 ms`, `2.6 s`, `57 s`, `2 min 05 s`; in French with a decimal comma.
    public static String text(Duration duration, Language language) {
        long nanos = Math.max(0, duration.toNanos());
        Locale locale = language.locale();
        double millis = nanos / 1e6;
        if (millis < SHORT) {
            return number(locale, millis, nanos > 0 && millis < 0.95 ? 1 : 0) + NO_BREAK + "ms";
        }
        double seconds = nanos / 1e9;
        if (seconds < LONG) {
            return number(locale, seconds, seconds < 9.95 && nanos % SECOND != 0 ? 1 : 0)
                    + NO_BREAK
                    + "s";
        }
        long whole = Math.round(seconds);
        return "%d%smin %02d%ss".formatted(whole / 60, NO_BREAK, whole % 60, NO_BREAK);
    }

    private static String number(Locale locale, double value, int digits) {
        return String.format(locale, "%." + digits + "f", value);
    }
}
