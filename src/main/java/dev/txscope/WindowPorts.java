package dev.txscope;

import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.ServiceFailed;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.event.SessionEvent.ServiceStopped;
import dev.txscope.event.Source;
import dev.txscope.http.Limits;
import dev.txscope.http.PortTakenException;
import dev.txscope.http.Routes;
import dev.txscope.http.Service;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/// The ports of the window's services, each opened and told of by its name. For one thread at a
/// time.
final class WindowPorts {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "services");

    private final EventLog log;
    private final Executor connections;
    private final Map<String, Service> open = new TreeMap<>();
    // Those that somebody wants and that have no port.
    private final Set<String> closed = new TreeSet<>();

    /// @param connections runs what waits for a client
    WindowPorts(EventLog log, Executor connections) {
        this.log = log;
        this.connections = connections;
    }

    /// Opens that service, unless it is open.
    ///
    /// @param started the fact without its address
    /// @param port 0 for a free one
    void open(ServiceStarted started, int port, Routes routes) {
        String name = started.name();
        if (open.containsKey(name)) {
            return;
        }
        try {
            var service = Service.open(port, routes, Limits.DEFAULT, connections);
            open.put(name, service);
            closed.remove(name);
            String address = address(service.port());
            saw(new ServiceStarted(name, address, started.consumer(), started.group()));
        } catch (PortTakenException e) {
            failed(name, port, e.whoListens(), e);
        } catch (IOException e) {
            failed(name, port, String.valueOf(e.getMessage()), e);
        }
    }

    private void failed(String name, int port, String message, IOException e) {
        closed.add(name);
        var why = new Failure(e.getClass().getSimpleName(), message, Failure.Severity.REFUSED);
        saw(new ServiceFailed(name, address(port), why));
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /// Frees all ports.
    void close() {
        open.values().forEach(Service::close);
    }

    /// Says that nobody wants them any more, after what they depend on has ended.
    void tellStopped() {
        open.keySet().forEach(name -> saw(new ServiceStopped(name)));
        closed.forEach(name -> saw(new ServiceStopped(name)));
        open.clear();
        closed.clear();
    }

    private void saw(SessionEvent event) {
        log.append(log.observe(SOURCE, Evidence.OBSERVED, event));
    }
}
