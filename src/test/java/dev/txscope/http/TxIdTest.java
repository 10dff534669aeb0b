package dev.txscope.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Any Unicode comes through, from the client to Kafka and back.
class TxIdTest {
    private static ServiceFixture it;

    @BeforeContainer
    static void open() throws IOException {
        it = new ServiceFixture();
    }

    @AfterContainer
    static void close() {
        it.close();
    }

    @Property
    void comesThroughAQueryAndAForm(@ForAll("txIds") String txId) throws Exception {
        String encoded = "txId=" + URLEncoder.encode(txId, StandardCharsets.UTF_8);
        assertComesThrough(txId, it.post("/api/v1/tx/commit?" + encoded).body());
        assertComesThrough(txId, it.form("/api/v1/tx/commit", encoded).body());
    }

    @Property
    void theCurlLineNeedsNoQuotingAndAsksForTheSame(@ForAll("txIds") String txId) throws Exception {
        String line = CurlLine.post(it.port(), "/api/v1/tx/commit", txId);
        String start = "curl -X POST \"http://localhost:" + it.port();
        assertTrue(line.startsWith(start) && line.endsWith("\""));
        String target = line.substring(start.length(), line.length() - 1);
        assertTrue(target.matches("[/a-zA-Z0-9?=%._~-]+"), target);
        assertComesThrough(txId, it.post(target).body());
    }

    private static void assertComesThrough(String txId, String answer) throws IOException {
        assertEquals(txId, ServiceFixture.json(answer).get("txId").textValue());
        var asked = it.asked.removeLast();
        assertEquals(txId, asked.txId());
        assertEquals(txId, ServiceFixture.json(asked.value()).get("txId").textValue());
    }

    @Provide
    Arbitrary<String> txIds() {
        var any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
        var nasty = Arbitraries.of(0, 10, 13, 32, 34, 36, 37, 38, 39, 43, 61, 92, 96, 0x1f600);
        return Arbitraries.oneOf(any, nasty)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(all -> all.stream().map(Character::toString).collect(Collectors.joining()))
                .filter(text -> !text.isBlank());
    }
}
