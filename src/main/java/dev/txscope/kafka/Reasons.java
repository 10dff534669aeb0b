package dev.txscope.kafka;

import java.util.regex.Pattern;

/// What may be told to anybody who asks from outside: Kafka's words, without the machine's.
final class Reasons {
    /// `127.0.0.1:41233`, `[::1]:9092`, `host.example:9092`; no offsets, no durations.
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.-])[/\\w.\\-\\[\\]:]*[\\w.\\-\\]]:\\d{2,5}(?!\\d| ?ms)\\b");

    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/])(?:[A-Za-z]:)?(?:[/\\\\][\\w.@~+-]+){2,}");

    private static final int LIMIT = 500;

    private Reasons() {}

    static String of(String message) {
        String bare = ADDRESS.matcher(message).replaceAll("the broker");
        bare = PATH.matcher(bare).replaceAll("…").replaceAll("\\s+", " ").strip();
        return bare.length() > LIMIT ? bare.substring(0, LIMIT) + "…" : bare;
    }
}
