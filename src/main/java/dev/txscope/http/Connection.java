package dev.txscope.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/// One client's connection: its requests are answered one after the other, in order.
///
/// Owned by the task that serves it.
final class Connection {
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /// After our last answer, so long the client may go on sending before it is cut off.
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final int FAREWELL_BUFFERS = 64;

    private final Socket socket;
    private final Routes routes;
    private final Limits limits;
    private final Guard guard;
    private final TimedInput in;
    private final RequestReader reader;
    private boolean last;
    private boolean withBody;

    Connection(Socket socket, Routes routes, Limits limits) throws IOException {
        this.socket = socket;
        this.routes = routes;
        this.limits = limits;
        guard = new Guard(socket.getLocalPort());
        in = new TimedInput(socket);
        reader = new RequestReader(in);
        socket.setTcpNoDelay(true);
    }

    /// Returns when the connection may be closed.
    ///
    /// @throws IOException when the client left or was cut off
    void serve() throws IOException {
        in.within(limits.idle());
        while (!last && in.arrives()) {
            in.within(limits.read());
            exchange();
            in.within(limits.idle());
        }
        // Closing with unread bytes would reset the connection, and the answer be lost with it.
        socket.shutdownOutput();
        in.within(FAREWELL);
        in.discard(FAREWELL_BUFFERS);
    }

    private void exchange() throws IOException {
        last = true;
        withBody = true;
        Answer answer;
        try {
            answer = answer();
        } catch (RefusedException refused) {
            answer = Answer.refused(refused, reader.path());
        } catch (SocketTimeoutException _) {
            String message = "The request took too long to arrive";
            answer = Answer.error(Status.REQUEST_TIMEOUT, message, reader.path());
        } catch (RuntimeException e) {
            String message = "The service failed; this is a fault of its own";
            write(Answer.error(Status.INTERNAL_SERVER_ERROR, message, reader.path()));
            throw e;
        }
        write(answer);
    }

    private Answer answer() throws IOException, RefusedException {
        Head head = reader.head();
        withBody = !head.method().equals("HEAD");
        guard.check(head);
        int length = head.length(RequestReader.BODY_BYTES);
        if (head.expectsContinue() && length > 0) {
            send(CONTINUE);
        }
        var request = new Request(head, reader.body(length), socket.getLocalPort());
        // From here on both sides agree about where the next request begins.
        last = !head.keepsAlive();
        return routes.answer(request);
    }

    private void write(Answer answer) throws IOException {
        send(answer.onTheWire(last, withBody));
    }

    private void send(byte[] bytes) throws IOException {
        // A socket has no time limit for writing: closing it is the only way out.
        var cut =
                ForkJoinPool.commonPool()
                        .schedule(this::cutOff, limits.write().toNanos(), TimeUnit.NANOSECONDS);
        try {
            socket.getOutputStream().write(bytes);
        } finally {
            cut.cancel(false);
        }
    }

    private @Nullable Void cutOff() throws IOException {
        socket.close();
        return null;
    }
}
