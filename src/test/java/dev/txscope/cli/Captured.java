package dev.txscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A console whose output can be read.
final class Captured {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Charset charset;
    final Console console;

    Captured(Charset charset, int width, boolean colour) {
        this.charset = charset;
        console =
                new Console(
                        new PrintStream(out, true, charset),
                        new PrintStream(err, true, charset),
                        width,
                        colour);
    }

    Captured() {
        this(StandardCharsets.UTF_8, 100, false);
    }

    String out() {
        return out.toString(charset);
    }

    String err() {
        return err.toString(charset);
    }
}
