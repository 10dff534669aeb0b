package dev.txscope.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// The sockets of one port on loopback: 127.0.0.1, and ::1 where the machine has it.
final class Listeners {
    /// As many may knock at the same instant without being asked to try again a second later.
    private static final int BACKLOG = 512;

    private static final int TRIES = 50;

    private Listeners() {}

    /// @param port 0 takes one that is free in both families
    /// @throws PortTakenException where one of them is in use
    static List<ServerSocket> open(int port) throws IOException {
        int tries = port == 0 ? TRIES : 1;
        PortTakenException taken = null;
        while (tries-- > 0) {
            try {
                return both(port);
            } catch (PortTakenException e) {
                taken = e;
            }
        }
        throw taken == null ? new IOException("no port was tried") : taken;
    }

    private static List<ServerSocket> both(int port) throws IOException {
        var open = new ArrayList<ServerSocket>();
        open.add(bound(port, InetAddress.ofLiteral("127.0.0.1")));
        var six = InetAddress.ofLiteral("::1");
        try {
            if (NetworkInterface.getByInetAddress(six) != null) {
                open.add(bound(open.getFirst().getLocalPort(), six));
            }
            return open;
        } catch (IOException e) {
            open.getFirst().close();
            throw e;
        }
    }

    private static ServerSocket bound(int port, InetAddress address) throws IOException {
        try {
            return new ServerSocket(port, BACKLOG, address);
        } catch (BindException e) {
            throw new PortTakenException(port, e);
        }
    }
}
