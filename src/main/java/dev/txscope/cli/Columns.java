package dev.txscope.cli;

import java.util.ArrayList;
import java.util.List;

/// Texts side by side, each wrapped in its column.
///
/// @param widths of the columns, in characters
record Columns(List<Integer> widths) {
    private static final String GAP = "  ";

    /// What stands in one column.
    record Text(String text, Ink ink) {
        static final Text NONE = new Text("", Ink.PLAIN);
    }

    Columns {
        widths = List.copyOf(widths);
    }

    /// Columns that share a line.
    ///
    /// @param fixed the width of the first
    /// @param shares of the others in what is left
    static Columns sharing(int width, int fixed, int... shares) {
        var widths = new ArrayList<Integer>();
        widths.add(fixed);
        int left = width - fixed - shares.length * GAP.length();
        int shared = 0;
        for (int share : shares) {
            shared += share;
        }
        for (int share : shares) {
            int part = left * share / shared;
            widths.add(part);
            left -= part;
            shared -= share;
        }
        return new Columns(widths);
    }

    /// The lines that hold them, one text for each column.
    List<String> lines(List<Text> texts, boolean colour) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < texts.size(); i++) {
            wrapped.add(wrap(texts.get(i).text(), widths.get(i)));
            height = Math.max(height, wrapped.get(i).size());
        }
        var lines = new ArrayList<String>();
        for (int y = 0; y < height; y++) {
            var line = new StringBuilder();
            for (int x = 0; x < texts.size(); x++) {
                String part = y < wrapped.get(x).size() ? wrapped.get(x).get(y) : "";
                line.append(colour ? texts.get(x).ink().on(part) : part);
                line.append(" ".repeat(widths.get(x) - part.length())).append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// The text in lines of that width, broken between words where it can be.
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> wrapLine(line, width, lines));
        return lines;
    }

    private static void wrapLine(String text, int width, List<String> lines) {
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
    }
}
