package dev.txscope.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/// Reads HTTP/1.1 requests (RFC 9112), strictly: what is not plainly a request is refused.
final class RequestReader {
    /// Request line and header lines together; a `txId` of the longest kind needs 12,000.
    static final int HEAD_BYTES = 32 * 1024;

    /// A form with the longest `txId` needs 12,005.
    static final int BODY_BYTES = 16 * 1024;

    private static final Pattern LINE = Pattern.compile("([^ ]+) ([^ ]+) HTTP/([0-9])[.]([0-9])");

    private final TimedInput in;
    private int left;
    private String path = "";

    RequestReader(TimedInput in) {
        this.in = in;
    }

    /// The path of the request that was last begun, empty as long as it isn't known.
    String path() {
        return path;
    }

    Head head() throws IOException, RefusedException {
        path = "";
        left = HEAD_BYTES;
        Status tooLong = Status.URI_TOO_LONG;
        String first = line(tooLong);
        // RFC 9112 2.2: an empty line before a request is an old client's slip.
        var line = LINE.matcher(first.isEmpty() ? line(tooLong) : first);
        if (!line.matches() || !Fields.isToken(line.group(1))) {
            throw new RefusedException(Status.BAD_REQUEST, "The request line is malformed");
        }
        var target = Target.of(line.group(2));
        path = target.shownPath();
        if (!line.group(3).equals("1")) {
            throw new RefusedException(Status.VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here");
        }
        int minor = line.group(4).equals("0") ? 0 : 1;
        return new Head(line.group(1), target, minor, fields());
    }

    private Fields fields() throws IOException, RefusedException {
        var fields = new Fields();
        String line = line(Status.FIELDS_TOO_LARGE);
        while (!line.isEmpty()) {
            fields.add(line);
            line = line(Status.FIELDS_TOO_LARGE);
        }
        return fields;
    }

    private String line(Status tooLong) throws IOException, RefusedException {
        var line = new StringBuilder(128);
        int c = next(tooLong);
        while (c != '\r' && c != '\n') {
            line.append((char) c);
            c = next(tooLong);
        }
        if (c == '\n' || next(tooLong) != '\n') {
            throw new RefusedException(Status.BAD_REQUEST, "A line does not end with CR LF");
        }
        return line.toString();
    }

    private int next(Status tooLong) throws IOException, RefusedException {
        if (left-- == 0) {
            throw new RefusedException(
                    tooLong, "The request's head is longer than " + HEAD_BYTES + " bytes");
        }
        return some(in.read());
    }

    /// @return each character one byte as it came
    String body(int length) throws IOException {
        var body = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            body.append((char) some(in.read()));
        }
        return body.toString();
    }

    private static int some(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("the client left within a request");
        }
        return read;
    }
}
