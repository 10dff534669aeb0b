package dev.txscope.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A request's header fields, by name in any case.
final class Fields {
    /// More lines are refused.
    static final int MAX = 100;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private final Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int count;

    /// Takes one line of the head, without its end.
    void add(String line) throws RefusedException {
        int colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.substring(0, colon))) {
            throw new RefusedException(Status.BAD_REQUEST, "A header line has no valid name");
        }
        if (++count > MAX) {
            throw new RefusedException(
                    Status.FIELDS_TOO_LARGE, "More than " + MAX + " header lines");
        }
        String value = line.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new RefusedException(
                    Status.BAD_REQUEST, "A header line holds a control character");
        }
        byName.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>()).add(value);
    }

    /// Every value of that name, in the order of their lines.
    List<String> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// Whether a comma-separated field of that name lists the word.
    boolean lists(String name, String word) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(item -> item.strip().equalsIgnoreCase(word));
    }

    /// Whether the text is a method or a field name of RFC 9110.
    static boolean isToken(String text) {
        return text.matches(TOKEN);
    }
}
