package dev.txscope.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a request line asks for, each character one byte as it came.
///
/// @param authority host and port of an absolute target, otherwise empty
/// @param path still percent-encoded: paths are compared as they were sent
/// @param query still percent-encoded, without its question mark
record Target(String authority, String path, String query) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?i:http)://(?<host>[^/?]+))?(?<path>/[^?]*)?(?:[?](?<query>.*))?");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    static Target of(String text) throws RefusedException {
        var form = FORM.matcher(text);
        if (!text.chars().allMatch(Target::mayStand) || !form.matches()) {
            throw new RefusedException(Status.BAD_REQUEST, "The request's target is malformed");
        }
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw new RefusedException(
                    Status.BAD_REQUEST, "A % is not followed by two hexadecimal digits");
        }
        String host = form.group("host");
        String path = form.group("path");
        if (host == null && path == null) {
            throw new RefusedException(Status.BAD_REQUEST, "The request's target is malformed");
        }
        String query = form.group("query");
        return new Target(
                host == null ? "" : host, path == null ? "/" : path, query == null ? "" : query);
    }

    // Stricter than nothing, wider than RFC 3986: curl sends quotes, braces and UTF-8 as typed.
    private static boolean mayStand(int c) {
        return c > ' ' && c != 0x7f && c != '#';
    }

    /// The path as people read it.
    String shownPath() {
        return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
