package dev.txscope.cli;

import java.util.List;

/// One thing that the doctor found.
///
/// @param key in the bundle `doctor`; what to do about a problem is at `key.do`
record Remark(Level level, String key, List<Object> arguments) {
    /// How much it matters.
    enum Level {
        WELL("✓"),
        NOTE("·"),
        PROBLEM("✕");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }

    Remark {
        arguments = List.copyOf(arguments);
    }

    static Remark well(String key, Object... arguments) {
        return new Remark(Level.WELL, key, List.of(arguments));
    }

    static Remark note(String key, Object... arguments) {
        return new Remark(Level.NOTE, key, List.of(arguments));
    }

    static Remark problem(String key, Object... arguments) {
        return new Remark(Level.PROBLEM, key, List.of(arguments));
    }
}
