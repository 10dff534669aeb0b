package dev.txscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;

/// What no well-behaved client sends, byte by byte.
class RawRequestTest {
    private ServiceFixture it;
    private RawClient raw;

    @BeforeEach
    void open() throws IOException {
        it = new ServiceFixture();
        raw = new RawClient(it.port());
    }

    @AfterEach
    void close() throws IOException {
        raw.close();
        it.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no host             | GET /health HTTP/1.1\\n\\n | 400
                    no host in 1.0      | GET /health HTTP/1.0\\n\\n | 400
                    two hosts           | GET /health HTTP/1.1\\nHost: HOST\\nHost: HOST\\n\\n | 400
                    two hosts in one    | GET /health HTTP/1.1\\nHost: HOST, HOST\\n\\n | 403
                    another host        | GET /health HTTP/1.1\\nHost: evil.example:1\\n\\n | 403
                    a host's tail       | GET /health HTTP/1.1\\nHost: HOST.evil.example\\n\\n | 403
                    no port             | GET /health HTTP/1.1\\nHost: localhost\\n\\n | 403
                    another port        | GET /health HTTP/1.1\\nHost: localhost:1\\n\\n | 403
                    capitals            | GET /health HTTP/1.1\\nHost: LOCALHOST:1\\n\\n | 403
                    foreign absolute    | GET http://evil.example/health HTTP/1.1\\nHost: HOST\\n\\n | 403
                    foreign origin      | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: http://evil.example\\n\\n | 403
                    hidden origin       | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: null\\n\\n | 403
                    origin by https     | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: https://HOST\\n\\n | 403
                    origin's tail       | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: http://HOST.evil.example\\n\\n | 403
                    another port's      | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: http://HOST0\\n\\n | 403
                    origin and a path   | POST /api/v1/tx/commit?txId=a HTTP/1.1\\nHost: HOST\\nOrigin: http://HOST/\\n\\n | 403
                    two origins         | GET /health HTTP/1.1\\nHost: HOST\\nOrigin: http://HOST\\nOrigin: http://HOST\\n\\n | 403
                    no version          | GET /health\\n\\n | 400
                    two spaces          | GET  /health HTTP/1.1\\nHost: HOST\\n\\n | 400
                    no method           | " /health HTTP/1.1\\nHost: HOST\\n\\n | 400
                    bad method          | G(T /health HTTP/1.1\\nHost: HOST\\n\\n | 400
                    no path             | GET health HTTP/1.1\\nHost: HOST\\n\\n | 400
                    tunnel              | CONNECT HOST HTTP/1.1\\nHost: HOST\\n\\n | 400
                    star                | OPTIONS * HTTP/1.1\\nHost: HOST\\n\\n | 400
                    fragment            | GET /health#a HTTP/1.1\\nHost: HOST\\n\\n | 400
                    broken escape       | GET /%zz HTTP/1.1\\nHost: HOST\\n\\n | 400
                    escape at the end   | POST /api/v1/tx/commit?txId=% HTTP/1.1\\nHost: HOST\\n\\n | 400
                    HTTP/2              | GET /health HTTP/2.0\\nHost: HOST\\n\\n | 505
                    preface             | PRI * HTTP/2.0\\n\\n | 400
                    TLS                 | \\26\\3\\1\\n | 400
                    folded line         | GET /health HTTP/1.1\\nHost: HOST\\nA: b\\n c\\n\\n | 400
                    space before colon  | GET /health HTTP/1.1\\nHost : HOST\\n\\n | 400
                    no colon            | GET /health HTTP/1.1\\nHost: HOST\\nabc\\n\\n | 400
                    control character   | GET /health HTTP/1.1\\nHost: HOST\\nA: \\0\\n\\n | 400
                    two lengths         | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: 1\\nContent-Length: 1\\n\\na | 400
                    list of lengths     | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: 1, 1\\n\\na | 400
                    signed length       | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: +1\\n\\na | 400
                    negative length     | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: -1\\n\\n | 400
                    endless length      | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: 99999999999999999999\\n\\n | 400
                    length and chunks   | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: 1\\nTransfer-Encoding: chunked\\n\\n0\\n\\n | 400
                    chunks              | POST / HTTP/1.1\\nHost: HOST\\nTransfer-Encoding: chunked\\n\\n0\\n\\n | 411
                    huge body           | POST / HTTP/1.1\\nHost: HOST\\nContent-Length: 16385\\n\\n | 413
                    other expectation   | GET /health HTTP/1.1\\nHost: HOST\\nExpect: tea\\n\\n | 417
                    """)
    void isRefusedInJsonAndTheConnectionEnds(String name, String request, int status)
            throws IOException {
        String text = request.startsWith("\"") ? request.substring(1) : request;
        raw.send(text.translateEscapes());
        assertRefused(status, raw);
        assertEquals(List.of(), it.asked, name);
    }

    @Test
    void lineFeedsAloneAreNoLineEnds() throws IOException {
        raw.socket.getOutputStream().write("GET /health HTTP/1.1\n".getBytes(UTF_8));
        assertRefused(400, raw);
    }

    @Test
    void hugeHeadsAreCut() throws IOException {
        raw.send("GET /" + "x".repeat(RequestReader.HEAD_BYTES));
        assertRefused(414, raw);
        try (var second = new RawClient(it.port())) {
            second.send("GET /health HTTP/1.1\nA: " + "x".repeat(RequestReader.HEAD_BYTES));
            assertRefused(431, second);
        }
        try (var third = new RawClient(it.port())) {
            third.send("GET /health HTTP/1.1\n" + "A: b\n".repeat(Fields.MAX + 1));
            assertRefused(431, third);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void ourOwnNamesAndOriginsAreServed(String name) throws IOException {
        String host = name + ":" + it.port();
        raw.send("GET /health HTTP/1.1\nHost: " + host + "\nOrigin: http://" + host + "\n\n");
        assertTrue(raw.answer().startsWith("HTTP/1.1 200 OK\n"));
        raw.send("GET http://" + host + "/health HTTP/1.1\nHost: " + host + "\n\n");
        assertTrue(raw.answer().endsWith("\nOK"));
    }

    @Test
    void requestsInOnePieceAreAnsweredInOrder() throws IOException {
        raw.send(
                "\nPOST /api/v1/tx/commit?txId=1 HTTP/1.1\nHost: HOST\nContent-Length: 3\n\nabc"
                        + "GET /nothing HTTP/1.1\nHost: HOST\n\n"
                        + "POST /api/v1/tx/abort HTTP/1.1\n"
                        + "Host: HOST\n"
                        + "Content-Type: APPLICATION/x-www-form-urlencoded; charset=UTF-8\n"
                        + "Content-Length: 6\n\n"
                        + "txId=2"
                        + "GET /health HTTP/1.1\nHost: HOST\nConnection: close\n\n"
                        + "GET /health HTTP/1.1\nHost: HOST\n\n");
        assertTrue(raw.answer().endsWith("{\"status\":\"COMMITTED\",\"txId\":\"1\"}"));
        assertTrue(raw.answer().startsWith("HTTP/1.1 404 Not Found\n"));
        assertTrue(raw.answer().endsWith("{\"status\":\"ABORTED\",\"txId\":\"2\"}"));
        String last = raw.rest();
        assertTrue(last.contains("\r\nConnection: close\r\n"), last);
        assertTrue(last.endsWith("\r\n\r\nOK"), last);
        assertEquals(last.indexOf("HTTP/1.1"), last.lastIndexOf("HTTP/1.1"), last);
    }

    @Test
    void anOldClientIsAnsweredOnce() throws IOException {
        raw.send("GET /health HTTP/1.0\nHost: HOST\n\n");
        assertTrue(raw.rest().endsWith("\r\n\r\nOK"));
    }

    @Test
    void whoAsksFirstMayThenSendTheBody() throws IOException {
        raw.send(
                "POST /api/v1/tx/commit HTTP/1.1\nHost: HOST\nExpect: 100-continue\n"
                        + "Content-Type: application/x-www-form-urlencoded\n"
                        + "Content-Length: 8\n\n");
        assertEquals("HTTP/1.1 100 Continue\n", raw.head());
        raw.send("txId=C-1");
        assertTrue(raw.answer().endsWith("{\"status\":\"COMMITTED\",\"txId\":\"C-1\"}"));
    }

    /// curl sends a URL's quotes, braces and UTF-8 as they were typed.
    @Test
    void bytesThatCurlLeavesAsTheyAreAreTaken() throws IOException {
        raw.send("POST /api/v1/tx/commit?txId=\"{\u00c3\u00a9}|\\ HTTP/1.1\nHost: HOST\n\n");
        assertTrue(raw.answer().endsWith(",\"txId\":\"\\\"{\u00e9}|\\\\\"}"));
        assertEquals("\"{\u00e9}|\\", it.asked.getFirst().txId());
    }

    @Test
    void nothingIsReflectedUnescaped() throws IOException {
        raw.send("GET /\"<b>\u00ff HTTP/1.1\nHost: HOST\n\n");
        String answer = raw.answer();
        assertTrue(answer.contains("\nContent-Type: application/json;charset=UTF-8\n"), answer);
        assertTrue(answer.contains("\nX-Content-Type-Options: nosniff\n"), answer);
        assertTrue(answer.endsWith(",\"path\":\"/\\\"<b>\ufffd\"}"), answer);
        assertFalse(answer.contains("Server:"), answer);
        raw.send("POST /api/v1/tx/commit?txId=%00%0D%0A%22%E2%80%AE HTTP/1.1\nHost: HOST\n\n");
        assertTrue(raw.answer().endsWith("\"txId\":\"\\u0000\\r\\n\\\"\u202e\"}"));
    }

    @Test
    void bothLoopbackAddressesAnswer() throws IOException {
        var six = InetAddress.ofLiteral("::1");
        Assumptions.assumeTrue(NetworkInterface.getByInetAddress(six) != null);
        try (var client = new RawClient(it.port(), "::1")) {
            client.send("GET /health HTTP/1.1\nHost: [::1]:" + it.port() + "\n\n");
            assertTrue(client.answer().endsWith("\nOK"));
        }
    }

    @Test
    void whoLeavesHalfwayHarmsNobody() throws IOException {
        raw.send("POST /api/v1/tx/commit?txId=a HTTP/1.1\nHost: HOST\nContent-Length: 9\n\nabc");
        raw.socket.shutdownOutput();
        assertEquals("", raw.rest());
        assertEquals(List.of(), it.asked);
        assertEquals(List.of(), it.uncaught);
    }

    private static void assertRefused(int status, RawClient client) throws IOException {
        String answer = client.answer();
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\nConnection: close\n"), answer);
        assertTrue(answer.contains("\nContent-Type: application/json;charset=UTF-8\n"), answer);
        var problem = ServiceFixture.json(answer.substring(answer.indexOf("\n\n")));
        assertEquals(status, problem.get("status").intValue());
        assertEquals(5, problem.size());
        assertEquals("", client.rest());
    }
}
