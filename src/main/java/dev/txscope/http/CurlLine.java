package dev.txscope.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The command line that asks for the same, as a person types it.
final class CurlLine {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private CurlLine() {}

    /// @param path one of our own, which needs no quoting
    /// @param txId anything: percent-encoded, it holds nothing that a shell or a URL takes for its
    ///   own
    static String post(int port, String path, String txId) {
        return "curl -X POST \"http://localhost:%d%s?txId=%s\""
                .formatted(port, path, percentEncoded(txId));
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
