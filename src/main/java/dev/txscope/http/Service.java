package dev.txscope.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One of the lab's services: a port on 127.0.0.1 and ::1.
///
/// Any thread may call it.
public final class Service implements AutoCloseable {
    private static final long OUT_OF_SOCKETS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long CLOSE_SECONDS = 5;

    private final List<ServerSocket> listeners;
    private final Routes routes;
    private final Limits limits;
    private final Executor executor;
    private final Semaphore free;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch accepting;
    private volatile boolean closed;

    private Service(List<ServerSocket> listeners, Routes routes, Limits limits, Executor executor) {
        this.listeners = listeners;
        this.routes = routes;
        this.limits = limits;
        this.executor = executor;
        free = new Semaphore(limits.connections());
        accepting = new CountDownLatch(listeners.size());
    }

    /// Binds the port and serves from now on.
    ///
    /// @param port 0 takes one that is free in both families
    /// @param executor starts every task on a thread of its own, at once; a task ends by throwing
    ///   only where the service is at fault
    /// @throws PortTakenException where the port is in use
    public static Service open(int port, Routes routes, Limits limits, Executor executor)
            throws IOException {
        var service = new Service(Listeners.open(port), routes, limits, executor);
        service.listeners.forEach(listener -> executor.execute(() -> service.accept(listener)));
        return service;
    }

    /// The port that is served.
    public int port() {
        return listeners.getFirst().getLocalPort();
    }

    /// Frees the port and cuts every connection; requests in flight stay without an answer.
    ///
    /// Returns when the port is free.
    @Override
    public void close() {
        closed = true;
        listeners.forEach(Service::quietly);
        connections.forEach(Service::quietly);
        // An acceptor may be waiting for its turn.
        free.release(listeners.size());
        try {
            // A socket that a thread waits on is closed by that thread.
            if (!accepting.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the executor has not run what accepts");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket listener) {
        try {
            acceptAll(listener);
        } finally {
            accepting.countDown();
        }
    }

    private void acceptAll(ServerSocket listener) {
        while (!closed) {
            try {
                // Taken first, since two listeners share what is free.
                Socket socket = listener.accept();
                free.acquireUninterruptibly();
                start(socket);
            } catch (IOException _) {
                // Closed, or the system is out of sockets: then others must end first.
                LockSupport.parkNanos(closed ? 0 : OUT_OF_SOCKETS_NANOS);
            }
        }
    }

    private void start(Socket socket) {
        connections.add(socket);
        try {
            executor.execute(() -> serve(socket));
        } catch (RejectedExecutionException _) {
            end(socket);
        }
    }

    private void serve(Socket socket) {
        try {
            // Whoever came while the service closed may have been missed there.
            if (!closed) {
                new Connection(socket, routes, limits).serve();
            }
        } catch (IOException _) {
            // The client left or was cut off: nobody is there to be told.
        } finally {
            end(socket);
        }
    }

    private void end(Socket socket) {
        quietly(socket);
        connections.remove(socket);
        free.release();
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more, open or not.
        }
    }
}
