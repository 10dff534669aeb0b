package dev.txscope.ui.control;

/// Text as it is typed on one line: a line break is typed `\n`, a tab `\t`, a backslash `\\`.
public final class Escapes {
    private Escapes() {}

    /// What was typed, with its escapes resolved; an unknown escape stays as it is.
    public static String resolve(String typed) {
        var text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            String meant = c == '\\' && i + 1 < typed.length() ? meant(typed.charAt(i + 1)) : "";
            if (meant.isEmpty()) {
                text.append(c);
            } else {
                text.append(meant);
                i++;
            }
        }
        return text.toString();
    }

    /// How that text is typed.
    public static String write(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String meant(char escape) {
        return switch (escape) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\' -> "\\";
            default -> "";
        };
    }
}
