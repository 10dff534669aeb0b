package dev.txscope.kafka.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Ports of this machine, on loopback. Only a bind tells whether one is free.
final class Ports {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral(NodeConfig.HOST);

    private Ports() {}

    /// So many different free ports: all are held before the first is given back.
    static List<Integer> free(int count) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(bind(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /// @throws java.net.BindException if another program has the port
    static void check(int port) throws IOException {
        bind(port).close();
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, LOOPBACK);
    }
}
