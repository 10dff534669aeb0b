package dev.txscope.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no well-behaved client would; each character is one byte.
final class RawClient implements AutoCloseable {
    /// Nothing that is promised takes longer: a test whose answer never comes fails.
    static final int PATIENCE_MILLIS = 60_000;

    final Socket socket;
    final InputStream in;
    private final String host;

    RawClient(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    RawClient(int port, String address) throws IOException {
        socket = new Socket(InetAddress.ofLiteral(address), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        host = "localhost:" + port;
    }

    /// Sends lines with their ends; `HOST` becomes the right header's value.
    RawClient send(String text) throws IOException {
        String bytes = text.replace("\n", "\r\n").replace("HOST", host);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// One whole answer: its head, an empty line, its body.
    String answer() throws IOException {
        String head = head();
        int at = head.indexOf("Content-Length: ");
        int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\n', at)));
        return head + "\n" + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /// The lines up to the empty one.
    String head() throws IOException {
        var head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /// Everything until the service ends the connection.
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new IOException("closed after: " + line);
            }
            if (c != '\r') {
                line.write(c);
            }
            c = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
