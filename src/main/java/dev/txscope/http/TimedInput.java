package dev.txscope.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// What a client sends, until an instant that no number of small pieces can postpone.
///
/// A socket's own `SO_TIMEOUT` starts anew with each byte; a slow client would send one now and
/// then, for ever.
final class TimedInput {
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int next;
    private int end;
    private long deadline;

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    /// From now on, reads fail after that time.
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /// Waits for a byte without taking it.
    ///
    /// @return false when the client sends nothing more or the time is over
    boolean arrives() throws IOException {
        try {
            return next < end || fill();
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /// The next byte, or -1 when the client sends nothing more.
    int read() throws IOException {
        return next < end || fill() ? buffer[next++] & 0xff : -1;
    }

    /// Throws away what still comes, at most so many buffers full.
    void discard(int buffers) throws IOException {
        for (int i = 0; i < buffers && fill(); i++) {
            next = end;
        }
    }

    private boolean fill() throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
