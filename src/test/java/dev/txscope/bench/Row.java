package dev.txscope.bench;

import java.util.Locale;

/// A line of the table.
sealed interface Row {
    /// The width of a measure's name.
    int NAME = 52;

    /// The limit of what is told only.
    double NO_LIMIT = Double.POSITIVE_INFINITY;

    /// Whether it is within its limit.
    boolean ok();

    String line();

    /// Ours against the same without us, measured in turn in one run.
    ///
    /// @param limit of the ratio
    /// @param tail whether the limit is for p99 too
    record Ratio(String name, String unit, Samples ours, Samples bare, double limit, boolean tail)
            implements Row {
        double median() {
            return ours.median() / bare.median();
        }

        double p99() {
            return ours.p99() / bare.p99();
        }

        @Override
        public boolean ok() {
            return median() <= limit && (!tail || p99() <= limit);
        }

        @Override
        public String line() {
            return format(
                    "%-" + NAME + "s %5d %-4s %9.2f %9.2f %9.2f %9.2f %7.2f %7.2f  %s",
                    name,
                    ours.count(),
                    unit,
                    ours.median(),
                    bare.median(),
                    ours.p99(),
                    bare.p99(),
                    median(),
                    p99(),
                    verdict());
        }

        private String verdict() {
            if (Double.isInfinite(limit)) {
                return "no limit";
            }
            return format("<= %.2f%s: %s", limit, tail ? "" : " (median)", word(ok()));
        }
    }

    /// Ours alone.
    ///
    /// @param limit of its p99; infinite where there is none
    record Alone(String name, String unit, Samples ours, double limit) implements Row {
        @Override
        public boolean ok() {
            return ours.p99() <= limit;
        }

        @Override
        public String line() {
            return format(
                    "%-" + NAME + "s %5d %-4s %9.2f %9s %9.2f %9s %7s %7s  %s",
                    name,
                    ours.count(),
                    unit,
                    ours.median(),
                    "",
                    ours.p99(),
                    "",
                    "",
                    "",
                    Double.isInfinite(limit)
                            ? "no limit"
                            : format("p99 <= %.0f: %s", limit, word(ok())));
        }
    }

    static String head() {
        return format(
                "%-" + NAME + "s %5s %-4s %9s %9s %9s %9s %7s %7s  %s",
                "",
                "n",
                "",
                "TxScope",
                "bare",
                "TxScope",
                "bare",
                "ratio",
                "ratio",
                "");
    }

    static String secondHead() {
        return format(
                "%-" + NAME + "s %5s %-4s %9s %9s %9s %9s %7s %7s  %s",
                "",
                "",
                "unit",
                "median",
                "median",
                "p99",
                "p99",
                "median",
                "p99",
                "limit");
    }

    private static String word(boolean ok) {
        return ok ? "ok" : "over";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).stripTrailing();
    }
}
