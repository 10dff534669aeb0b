package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.StartBroker;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerReady;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The broker's process is killed and started again: the lab goes on, and what it tells stays true.
class BrokerDeathIT {

    @Test
    void whileATransactionIsOpen() throws InterruptedException {
        try (var it = new RunningLab(LabOptions.DEFAULT, FactStream.PATIENCE)) {
            // Given
            it.begin();
            it.send("order-1", 2);
            it.awaitWords(0, "read_uncommitted got 1 order-2");

            // When
            restart(it);

            // Then
            it.awaitWords(0, "PrepareAbort epoch 1 [orders-0]");
            it.awaitWords(0, "ABORT marker 2 epoch 1");
            it.awaitWords(0, "read_committed position 0→3");
            transaction(it, "order-3");
            assertEquals(
                    List.of(
                            "read_uncommitted got 0 order-1",
                            "read_uncommitted got 1 order-2",
                            "read_uncommitted got 3 order-3"),
                    got(it, Isolation.READ_UNCOMMITTED));
            assertEquals(
                    List.of("read_committed got 3 order-3"), got(it, Isolation.READ_COMMITTED));
        }
    }

    @Test
    void whileCommitting() throws InterruptedException {
        try (var it = new RunningLab(LabOptions.DEFAULT, FactStream.PATIENCE)) {
            // Given
            it.begin();
            it.send("order-1", 1);
            it.awaitWords(0, "acknowledged 0");
            kill(it);

            // When
            long before = it.log.size();
            it.lab.submit(new CommitTransaction());
            it.await(before, e -> e instanceof CallStarted);
            start(it);

            // Then
            var end = it.awaitCall(before, ProducerCall.CommitTransaction.class);
            assertTrue(end.event() instanceof CallReturned, end::toString);
            it.awaitWords(0, "COMMIT marker 1 epoch 1");
            it.awaitWords(0, "read_committed position 0→2");
            transaction(it, "order-2");
            assertEquals(
                    List.of("read_committed got 0 order-1", "read_committed got 2 order-2"),
                    got(it, Isolation.READ_COMMITTED));
        }
    }

    /// `commitTransaction()` returns when the decision is in the coordinator's log; the markers
    /// come after it (KIP-98). A broker that dies between them writes them when it is back, or,
    /// where it does not know the partition's leader yet, counts the partition as deleted: then the
    /// next transaction's marker commits the record. Either way it is delivered once, in the log's
    /// order.
    @Test
    void betweenTheReturnOfACommitAndItsMarker() throws InterruptedException {
        try (var it = new RunningLab(LabOptions.DEFAULT, FactStream.PATIENCE)) {
            // Given
            it.begin();
            it.send("order-1", 1);
            it.awaitWords(0, "acknowledged 0");
            killAt(it, ProducerCall.CommitTransaction.class);

            // When
            it.commit();
            it.await(0, e -> e instanceof BrokerDied);
            start(it);

            // Then
            it.await(0, e -> Words.of(e).startsWith("CompleteCommit"));
            transaction(it, "order-2");
            assertEquals(List.of("order-1", "order-2"), values(it, Isolation.READ_COMMITTED));
        }
    }

    /// Fails when the broker looks for timed out transactions so soon after its start that it
    /// writes no marker: what was aborted would be committed by the next transaction.
    @Test
    void transactionThatTimesOutMeanwhileIsAborted() throws InterruptedException {
        var options = LabOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));
        try (var it = new RunningLab(options, FactStream.PATIENCE)) {
            // Given
            it.begin();
            it.send("order-1", 1);
            it.awaitWords(0, "read_uncommitted got 0 order-1");

            // When
            restart(it);

            // Then
            // Whether a marker is written too depends on how early the coordinator looks at its
            // clock:
            // before it knows the partition's leader it counts the partition as deleted.
            it.await(0, e -> Words.of(e).startsWith("CompleteAbort"));
            assertEquals(List.of(), got(it, Isolation.READ_COMMITTED));
        }
    }

    @Test
    void whileIdle() throws InterruptedException {
        try (var it = new RunningLab(LabOptions.DEFAULT, FactStream.PATIENCE)) {
            // Given
            transaction(it, "order-1");

            // When
            restart(it);

            // Then
            transaction(it, "order-2");
            assertEquals(
                    List.of("read_committed got 0 order-1", "read_committed got 2 order-2"),
                    got(it, Isolation.READ_COMMITTED));
            assertEquals(2, it.all(ConsumerStarted.class).size());
            assertEquals(2, it.all(BrokerReady.class).size());
        }
    }

    /// Ends when the coordinator is done too: after a restart it writes a second marker otherwise.
    private static void transaction(RunningLab it, String value) throws InterruptedException {
        long before = it.log.size();
        it.begin();
        it.send(value, 1);
        it.commit();
        it.await(before, e -> Words.of(e).matches("read_uncommitted got \\d+ " + value));
        it.await(before, e -> Words.of(e).matches("read_committed got \\d+ " + value));
        it.await(before, e -> Words.of(e).startsWith("CompleteCommit"));
    }

    private static void restart(RunningLab it) throws InterruptedException {
        kill(it);
        long before = it.log.size();
        start(it);
        it.awaitCall(before, InitTransactions.class);
    }

    private static void kill(RunningLab it) throws InterruptedException {
        assertEquals(1, ProcessHandle.current().children().count());
        killChildren();
        it.await(0, e -> e instanceof BrokerDied);
    }

    private static void killChildren() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    /// Kills the broker at the moment when the next such call has returned.
    private static void killAt(RunningLab it, Class<? extends ProducerCall> kind) {
        var alive = new AtomicBoolean(true);
        it.log.onAppend(
                () -> {
                    var newest = it.log.get(it.log.size() - 1).event();
                    if (newest instanceof CallReturned returned
                            && kind.isInstance(returned.call())
                            && alive.getAndSet(false)) {
                        killChildren();
                    }
                });
    }

    private static void start(RunningLab it) throws InterruptedException {
        long before = it.log.size();
        it.lab.submit(new StartBroker());
        it.await(before, e -> e instanceof BrokerReady);
    }

    private static List<String> got(RunningLab it, Isolation isolation) {
        return Words.of(it.log.from(0), isolation).stream()
                .filter(w -> w.contains(" got "))
                .toList();
    }

    private static List<String> values(RunningLab it, Isolation isolation) {
        return got(it, isolation).stream().map(w -> w.substring(w.lastIndexOf(' ') + 1)).toList();
    }
}
