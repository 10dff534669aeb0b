package dev.txscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/// What a slow or greedy client is cut off from. A service without the limit fails these by never
/// answering.
@Timeout(120)
class LimitsTest {
    private static final Duration LONG = ServiceFixture.LONG;
    private static final Duration SHORT = Duration.ofMillis(300);

    /// One byte now and then: each in time, the request as a whole never.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /health HTTP/1.1\nX: ",
                "POST /api/v1/tx/commit?txId=a HTTP/1.1\nHost: HOST\nContent-Length: 16000\n\n"
            })
    void slowRequestsAreCutOff(String start) throws IOException {
        var limits = new Limits(LONG, SHORT, LONG, 10);
        try (var it = new ServiceFixture(limits, LONG);
                var raw = new RawClient(it.port())) {
            raw.send(start);
            raw.socket.setSoTimeout(10);
            assertTrue(trickle(raw).startsWith("HTTP/1.1 408 Request Timeout\n"));
            assertEquals(List.of(), it.asked);
        }
    }

    private static String trickle(RawClient raw) throws IOException {
        raw.in.mark(1);
        for (int pieces = 0; pieces < 3000; pieces++) {
            try {
                raw.in.read();
                raw.in.reset();
                raw.socket.setSoTimeout(RawClient.PATIENCE_MILLIS);
                return raw.head();
            } catch (SocketTimeoutException _) {
                raw.send("x");
            }
        }
        return "never cut off";
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        var limits = new Limits(SHORT, LONG, LONG, 10);
        try (var it = new ServiceFixture(limits, LONG);
                var idle = new RawClient(it.port());
                var silent = new RawClient(it.port())) {
            // Answered or, on a slow machine, already too late: in the end it is cut off.
            idle.send("GET /health HTTP/1.1\nHost: HOST\n\n");
            assertEquals("", silent.rest());
            idle.rest();
        }
    }

    /// The second client is answered only when the first, who reads nothing, was cut off.
    @Test
    void whoDoesNotReadIsCutOff() throws IOException {
        int asked = 500;
        var limits = new Limits(LONG, LONG, SHORT, 1);
        try (var it = new ServiceFixture(limits, LONG);
                var greedy = new RawClient(it.port());
                var next = new RawClient(it.port())) {
            for (int i = 0; i < 20; i++) {
                it.delivered("\ud83d\ude00".repeat(1000));
            }
            greedy.send("GET /api/v1/metrics HTTP/1.1\nHost: HOST\n\n".repeat(asked));
            next.send("GET /health HTTP/1.1\nHost: HOST\n\n");
            assertTrue(next.answer().endsWith("\nOK"));
            assertTrue(countUntilTheEnd(greedy) < asked * 160_000L);
        }
    }

    private static long countUntilTheEnd(RawClient raw) {
        long count = 0;
        byte[] buffer = new byte[8192];
        try {
            for (int n = 0; n >= 0; n = raw.in.read(buffer)) {
                count += n;
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not cut off", e);
        } catch (IOException _) {
            // Reset: the service had closed with our requests unread.
        }
        return count;
    }

    @Test
    void moreConnectionsWaitForTheirTurn() throws IOException {
        var limits = new Limits(LONG, LONG, LONG, 1);
        try (var it = new ServiceFixture(limits, LONG);
                var second = new RawClient(it.port())) {
            try (var first = new RawClient(it.port())) {
                exchange(second, first);
            }
        }
    }

    private static void exchange(RawClient one, RawClient other) throws IOException {
        one.send("GET /health HTTP/1.1\nHost: HOST\n\n");
        one.socket.setSoTimeout(RawClient.PATIENCE_MILLIS);
        assertTrue(one.answer().endsWith("\nOK"));
        other.send("GET /health HTTP/1.1\nHost: HOST\n\n");
        other.socket.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, other::answer);
        one.close();
        other.socket.setSoTimeout(RawClient.PATIENCE_MILLIS);
        assertTrue(other.answer().endsWith("\nOK"));
    }

    @Test
    void closingCutsEverybodyAndFreesThePort() throws IOException {
        var it = new ServiceFixture();
        try (it;
                var raw = new RawClient(it.port())) {
            raw.send("GET /health HTTP/1.1\nHost: HOST\n\n");
            assertTrue(raw.answer().endsWith("\nOK"));
            it.service.close();
            assertEquals(0, countUntilTheEnd(raw));
            Listeners.open(it.port()).forEach(LimitsTest::closed);
        }
    }

    private static void closed(java.net.ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
