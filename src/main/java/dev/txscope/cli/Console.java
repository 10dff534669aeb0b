package dev.txscope.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where the command line prints.
///
/// @param out standard output
/// @param err standard error
/// @param width characters on a line
/// @param colour whether ANSI sequences are wanted
record Console(PrintStream out, PrintStream err, int width, boolean colour) {
    private static final int WIDTH = 100;
    private static final int NARROWEST = 60;

    /// What an older terminal's character set may lack, and what is written instead.
    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("✓", "+"),
                    Map.entry("✕", "x"),
                    Map.entry("◆", "*"),
                    Map.entry("─", "-"),
                    Map.entry("→", ">"),
                    Map.entry("…", "..."),
                    Map.entry("’", "'"),
                    Map.entry("·", "-"),
                    Map.entry("×", "x"),
                    Map.entry("–", "-"),
                    Map.entry("\u00a0", " "));

    /// Nobody reads standard output any more.
    static final class ClosedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// The process's own streams, with what the environment says of the terminal.
    static Console ofSystem(Map<String, String> environment) {
        boolean terminal = isTerminal();
        return new Console(
                stream(System.out),
                stream(System.err),
                width(environment.get("COLUMNS")),
                terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /// Since JDK 25 there is again no console where standard input or output is none.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// Prints the line at once.
    ///
    /// @throws ClosedException if nobody reads any more
    void print(String line) {
        out.println(fit(line, out.charset()));
        if (out.checkError()) {
            throw new ClosedException();
        }
    }

    void printError(String line) {
        err.println(fit(line, err.charset()));
    }

    /// ASCII is what a system says that was told nothing: what reads along takes UTF-8.
    private static PrintStream stream(PrintStream system) {
        return system.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(system, true, StandardCharsets.UTF_8)
                : system;
    }

    private static int width(@org.jspecify.annotations.Nullable String columns) {
        boolean known = columns != null && columns.matches("[0-9]{1,4}");
        return known ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
    }

    private static String fit(String line, Charset charset) {
        var encoder = charset.newEncoder();
        String fitting = line;
        for (var symbol : PLAIN.entrySet()) {
            if (line.contains(symbol.getKey()) && !encoder.canEncode(symbol.getKey())) {
                fitting = fitting.replace(symbol.getKey(), symbol.getValue());
            }
        }
        return fitting;
    }
}
