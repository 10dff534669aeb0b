package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.ClusterFinding;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class DoctorTest {
    private final Captured captured = new Captured();
    private final FakeProgram program = new FakeProgram();

    @Test
    void whoseTransactionHoldsTheOffsetIsToldWithWhatToDo() throws IOException {
        program.findings.add(new ClusterFinding.Answers("h:1", 1));
        program.findings.add(new ClusterFinding.TopicThere("t", 1));
        var since = Instant.now().minusSeconds(5);
        var holder = new ClusterFinding.Holder(7, "txscope-A", since, Duration.ofSeconds(60));
        program.findings.add(new ClusterFinding.LastStableOffsetHeld("t-0", 1042, 2000, holder));

        assertEquals(1, doctor("--bootstrap", "h:1"));

        assertTrue(captured.out().contains("✕ The transaction of transactional.id “txscope-A”"));
        assertTrue(captured.out().contains("at offset 1042"), captured.out());
        assertTrue(captured.out().contains("→ Let its producer commit or abort."));
    }

    @Test
    void aTransactionThatHasJustBegunIsNoProblem() throws IOException {
        var since = Instant.now().plusSeconds(5); // That clock is ahead of ours.
        var holder = new ClusterFinding.Holder(7, "txscope-A", since, Duration.ofSeconds(60));
        program.findings.add(new ClusterFinding.LastStableOffsetHeld("t-0", 1, 2, holder));

        assertEquals(0, doctor("--bootstrap", "h:1"), captured.out());
    }

    @Test
    void aClusterThatDoesNotAnswerIsNothingToLookAt() throws IOException {
        program.findings.add(new ClusterFinding.Away("h:1", "timed out"));

        assertEquals(2, doctor("--bootstrap", "h:1"));

        assertTrue(captured.out().contains("✕ No broker answers at h:1: timed out"));
    }

    @Test
    void committedOffsetsAtTheEndMatterOnlyWhileNobodyReads() throws IOException {
        program.findings.add(new ClusterFinding.Group("read", 1, 5, 5));
        assertEquals(0, doctor("--bootstrap", "h:1"));

        program.findings.add(new ClusterFinding.Group("left", 0, 5, 5));
        assertEquals(1, doctor("--bootstrap", "h:1"));
        assertTrue(captured.out().contains("✕ Group left has no consumer"), captured.out());
    }

    @Test
    void aTakenPortIsToldWithWhoCanBeAsked() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(socket.getLocalPort());
            // It answers nobody: cut short, since who takes a port may well be silent.
            assertEquals(1, doctor("--broker-port", port));

            assertTrue(captured.out().contains("✕ Port " + port + " is taken"), captured.out());
        }
    }

    private int doctor(String... more) throws IOException {
        var arguments = new java.util.ArrayList<>(List.of("doctor", "--lang", "en"));
        arguments.addAll(List.of("--port", "0", "--second-port", free()));
        arguments.addAll(List.of(more));
        return new Cli(captured.console, program, Walks.reference()).run(arguments);
    }

    private static String free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
