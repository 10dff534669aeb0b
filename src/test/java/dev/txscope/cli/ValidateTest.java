package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;

class ValidateTest {
    private final Captured captured = new Captured();
    private final FakeProgram program = new FakeProgram();

    @ParameterizedTest
    @ValueSource(strings = {"processedTxIds", "messages"})
    void whoDeliversTheCommittedOneAloneIsRightWhateverTheListIsCalled(String list)
            throws IOException {
        try (var services = new FakeServices(list)) {
            assertEquals(0, validate(services), captured.err());
            assertEquals(0, validate(services), captured.err());
        }
        assertEquals("OK", captured.out().lines().toList().getLast());
        assertEquals(12, captured.out().lines().filter(l -> l.startsWith("✓")).count());
        assertEquals("", captured.err());
    }

    @Test
    void itsOwnServicesAreFoundAndClosed() throws IOException {
        try (var services = new FakeServices("messages")) {
            program.news.add(new ServiceNews.TopicReady("t"));
            program.news.add(new ServiceNews.ServiceReady(2, services.address()));
            program.news.add(new ServiceNews.ServiceReady(1, services.address()));

            assertEquals(0, run("validate", "--lang", "fr"));

            assertTrue(program.closed);
            assertTrue(captured.out().contains("a livré C-"), captured.out());
        }
    }

    @Test
    void whoDeliversTheAbortedOneIsWrong() throws IOException {
        try (var services =
                new FakeServices("messages") {
                    @Override
                    void ended(String how, String txId) {
                        delivered.add(txId);
                    }
                }) {
            assertEquals(1, validate(services));
        }
        assertTrue(
                captured.err()
                        .matches(
                                "(?s)txscope: .* delivered the aborted A-.*Expected: A-.*; seen:"
                                        + " \\[A-.*"),
                captured.err());
        assertTrue(!captured.out().contains("OK"), captured.out());
    }

    @Test
    void whoDeliversTwiceIsWrong() throws IOException {
        try (var services =
                new FakeServices("messages") {
                    @Override
                    void ended(String how, String txId) {
                        super.ended(how, txId);
                        super.ended(how, txId);
                    }
                }) {
            assertEquals(1, validate(services));
        }
        assertTrue(captured.err().contains("more than once"), captured.err());
    }

    @Test
    void whoAnswersWithAnErrorIsWrong() throws IOException {
        try (var services =
                new FakeServices("messages") {
                    @Override
                    int status(String path) {
                        return path.endsWith("abort") ? 500 : 200;
                    }
                }) {
            assertEquals(1, validate(services));
        }
        assertTrue(captured.err().contains("did not abort"), captured.err());
        assertTrue(captured.err().contains("seen: 500 {"), captured.err());
    }

    /// More than the newest 20 at once: this pair proves nothing, the next one does.
    @Test
    void whatWentByUnseenIsTriedAgain() throws IOException {
        try (var services =
                new FakeServices("messages") {
                    private int bursts = 1;

                    @Override
                    void ended(String how, String txId) {
                        super.ended(how, txId);
                        if (how.equals("commit") && bursts-- > 0) {
                            delivered.addAll(Collections.nCopies(30, "other"));
                        }
                    }
                }) {
            assertEquals(0, validate(services), captured.err());
        }
        assertTrue(captured.out().contains("once more"), captured.out());
    }

    @Test
    void nobodyThereIsNothingToTalkTo() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String nobody = "http://127.0.0.1:" + port;

        assertEquals(2, run("validate", "--url", nobody, "--second-url", nobody, "--lang", "en"));

        assertTrue(
                captured.err()
                        .startsWith("txscope: There is nothing to talk to: service 1 at " + nobody),
                captured.err());
    }

    @Test
    void aBrokerThatCannotStartIsNothingToTalkTo() {
        program.news.add(new ServiceNews.BrokerFailed("no room", List.of("a line")));

        assertEquals(2, run("validate", "--lang", "en"));

        assertTrue(captured.err().contains("no room"), captured.err());
        assertTrue(program.closed);
    }

    private int validate(FakeServices services) {
        String address = services.address().toString();
        return run("validate", "--url", address + "/", "--second-url", address, "--lang", "en");
    }

    private int run(String... arguments) {
        return new Cli(captured.console, program, Walks.reference()).run(List.of(arguments));
    }
}
