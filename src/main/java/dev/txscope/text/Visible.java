package dev.txscope.text;

import org.jspecify.annotations.Nullable;

/// Makes any text fit to be shown on one line: control characters in words of code, long texts cut.
public final class Visible {
    private static final String ELLIPSIS = "…";

    private Visible() {}

    /// The text on one line, at most `limit` characters; `null` for a missing one.
    public static String of(@Nullable String text, int limit) {
        if (text == null) {
            return "null";
        }
        var shown = new StringBuilder();
        int end = 0;
        while (end < text.length() && shown.length() < limit) {
            int c = text.codePointAt(end);
            append(shown, c);
            end += Character.charCount(c);
        }
        return end < text.length() ? shown + ELLIPSIS : shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\t' -> shown.append("\\t");
            case '\r' -> shown.append("\\r");
            default -> {
                if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    shown.append("\\u%04x".formatted(c));
                } else {
                    shown.appendCodePoint(c);
                }
            }
        }
    }
}
