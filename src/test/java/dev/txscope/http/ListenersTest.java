package dev.txscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;

class ListenersTest {

    @Test
    void aFreePortIsFreeInBothFamilies() throws IOException {
        var open = Listeners.open(0);
        int port = open.getFirst().getLocalPort();
        for (ServerSocket socket : open) {
            assertEquals(port, socket.getLocalPort());
            assertTrue(socket.getInetAddress().isLoopbackAddress());
            socket.close();
        }
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        assertTakenIsSaid("127.0.0.1");
    }

    @Test
    void aPortTakenInTheOtherFamilyIsSaidAndNothingStaysBound() throws IOException {
        Assumptions.assumeTrue(
                NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null);
        int port = assertTakenIsSaid("::1");
        new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")).close();
    }

    private static int assertTakenIsSaid(String address) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            int port = other.getLocalPort();
            var taken = assertThrows(PortTakenException.class, () -> Listeners.open(port));
            assertEquals(port, taken.port());
            assertTrue(taken.getMessage().startsWith("Port " + port + " "));
            assertTrue(taken.whoListens().contains(String.valueOf(port)));
            return port;
        }
    }

    @Test
    void everySystemHasAWayToAskWhoListens() {
        assertEquals("ss -ltnp 'sport = :80'", PortTakenException.whoListens("Linux", 80));
        assertEquals(
                "lsof -nP -iTCP:80 -sTCP:LISTEN", PortTakenException.whoListens("Mac OS X", 80));
        assertEquals(
                "netstat -ano -p TCP | findstr :80",
                PortTakenException.whoListens("Windows 11", 80));
    }
}
