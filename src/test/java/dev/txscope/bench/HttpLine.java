package dev.txscope.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that asks one service, one request after the other, on a connection that stays open. It
/// takes as little of the machine as it can: the service is measured.
final class HttpLine implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final int port;
    private final Socket socket;
    private final InputStream in;

    HttpLine(int port) throws IOException {
        this.port = port;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// @throws IOException if the answer is not the transaction's
    void commit(String txId) throws IOException {
        var request =
                "POST /api/v1/tx/commit?txId=%s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 0\r\n\r\n"
                        .formatted(txId, port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        for (String next = line(); !next.isEmpty(); next = line()) {
            if (next.toLowerCase(java.util.Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(next.substring(LENGTH.length()).strip());
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 200 ") || !body.contains("\"" + txId + "\"")) {
            throw new IOException(status + " " + body);
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The service hung up after: " + text);
            }
            text.append((char) next);
        }
        return text.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
