package dev.txscope.kafka;

import dev.txscope.event.Content;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what kcat prints with the format `%p %o %K %S\n%k%s`: a line of partition, offset, and the
/// two lengths in bytes (-1 for none), then key and value as they are.
final class KcatOutput {
    private static final int LONGEST_HEADER = 100;

    private final InputStream in;

    KcatOutput(InputStream in) {
        this.in = in;
    }

    /// A record that kcat was given.
    record Printed(int partition, long offset, Content content) {}

    /// The next record, or null at the end.
    ///
    /// @throws IOException if it ends within a record, or prints something else
    @Nullable Printed next() throws IOException {
        String header = header();
        if (header == null) {
            return null;
        }
        var words = header.split(" ", -1);
        try {
            int partition = Integer.parseInt(words[0]);
            long offset = Long.parseLong(words[1]);
            var key = text(Integer.parseInt(words[2]));
            var value = text(Integer.parseInt(words[3]));
            return new Printed(partition, offset, Content.of(key, value));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("kcat printed something unknown", e);
        }
    }

    private @Nullable String header() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 && line.isEmpty()) {
                return null;
            }
            if (c < 0 || line.length() > LONGEST_HEADER) {
                throw new EOFException("kcat ended within a record");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private @Nullable String text(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("kcat ended within a record");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
