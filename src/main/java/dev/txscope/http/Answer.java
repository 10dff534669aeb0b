package dev.txscope.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/// What is sent back.
///
/// @param allow the method that the path knows, empty unless another one was asked for
record Answer(Status status, String contentType, String allow, String body) {
    // RFC 9110 5.6.7: two digits for the day, which Java's RFC 1123 format doesn't promise.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    static Answer text(String text) {
        return new Answer(Status.OK, "text/plain;charset=UTF-8", "", text);
    }

    static Answer json(ObjectNode json) {
        return json(Status.OK, "", json);
    }

    static Answer refused(RefusedException refused, String path) {
        return error(refused.status(), refused.sentence(), path);
    }

    static Answer error(Status status, String message, String path) {
        return json(status, "", problem(status, message, path));
    }

    static Answer methodNotAllowed(String allowed, String path) {
        Status status = Status.METHOD_NOT_ALLOWED;
        return json(status, allowed, problem(status, "This path knows only " + allowed, path));
    }

    /// An empty JSON object to fill.
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The present, to the millisecond.
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Answer json(Status status, String allow, ObjectNode json) {
        return new Answer(status, "application/json;charset=UTF-8", allow, json.toString());
    }

    private static ObjectNode problem(Status status, String message, String path) {
        return object().put("timestamp", now())
                .put("status", status.code())
                .put("error", status.reason())
                .put("message", message)
                .put("path", path);
    }

    /// The whole answer as HTTP/1.1 sends it.
    ///
    /// @param last whether the connection ends with it
    /// @param withBody false for the answer to HEAD, which tells the length alone
    byte[] onTheWire(boolean last, boolean withBody) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = head(last, bytes.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + (withBody ? bytes.length : 0));
        System.arraycopy(bytes, 0, all, head.length, all.length - head.length);
        return all;
    }

    private String head(boolean last, int length) {
        var head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(status.code()).append(' ').append(status.reason());
        head.append("\r\nDate: ").append(DATE.format(Instant.now()));
        head.append("\r\nContent-Type: ").append(contentType);
        head.append("\r\nContent-Length: ").append(length);
        // A browser must neither guess another type nor keep what is true only now.
        head.append("\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store");
        head.append(allow.isEmpty() ? "" : "\r\nAllow: " + allow);
        head.append(last ? "\r\nConnection: close" : "");
        return head.append("\r\n\r\n").toString();
    }
}
