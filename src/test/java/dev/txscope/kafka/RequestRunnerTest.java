package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.EventLog;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.RequestRefused;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Requests against Kafka's own mock of a producer.
class RequestRunnerTest {
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));
    private final EventLog log = new EventLog();
    private final FactStream facts = new FactStream(log, actors, Duration.ZERO);
    private final BlockingQueue<MockProducer<String, String>> made = new LinkedBlockingQueue<>();
    private volatile Outcome end;
    private final RequestRunner.Ends ends = (_, _) -> end;
    private final RequestRunner runner = runner(Duration.ofSeconds(2));

    private RequestRunner runner(Duration limit) {
        var init = new InitTransactions("id", 60_000);
        var call = limit.dividedBy(4);
        return new RequestRunner(
                new RequestRunner.Identity("HTTP", "t", init, limit, call), facts, actors);
    }

    @AfterEach
    void close() {
        runner.close();
        facts.close();
        assertEquals(List.of(), uncaught);
    }

    @Test
    void aRequestWithoutABrokerIsAnsweredWithinTheLimit() throws Exception {
        var answer = ask(Ending.COMMIT);
        assertEquals("No broker has been ready yet", reason(answer));
        var refused =
                log.await(0, e -> e.event() instanceof RequestRefused, Duration.ofSeconds(60));
        assertEquals(
                new RequestRefused("HTTP", "POST", "No broker has been ready yet"),
                refused.event());
    }

    @Test
    void whoIsOverdueIsNeverBegun() throws Exception {
        var late = ask(Ending.COMMIT);
        reason(late);
        runner.connected(() -> mock(true), ends);
        ask(Ending.COMMIT).get(60, TimeUnit.SECONDS);
        assertEquals(1, made.take().history().size());
    }

    @Test
    void afterAFencedCommitANewProducerServes() throws Exception {
        runner.connected(() -> mock(true), ends);
        ask(Ending.COMMIT).get(60, TimeUnit.SECONDS);
        made.take().commitTransactionException = new ProducerFencedException("fenced");
        assertEquals("ProducerFencedException: fenced", reason(ask(Ending.COMMIT)));
        ask(Ending.COMMIT).get(60, TimeUnit.SECONDS);
        assertEquals(1, made.take().commitCount());
    }

    @Test
    void aCommitWhoseAnswerWasLostIsInDoubtAndSaysSo() throws Exception {
        runner.connected(() -> mock(true), ends);
        ask(Ending.ABORT).get(60, TimeUnit.SECONDS);
        made.take().commitTransactionException = new TimeoutException("late");
        var why = reason(ask(Ending.COMMIT));
        assertTrue(why.contains("late") && why.contains("may be committed"), why);
    }

    @Test
    void whereItsEndIsKnownThatIsTheAnswer() throws Exception {
        end = Outcome.COMMIT;
        lose(Ending.COMMIT).get(60, TimeUnit.SECONDS);
        end = Outcome.ABORT;
        var why = reason(lose(Ending.COMMIT));
        assertTrue(why.endsWith("late It was aborted."), why);
        lose(Ending.ABORT).get(60, TimeUnit.SECONDS);
        end = null;
        why = reason(lose(Ending.ABORT));
        assertTrue(why.endsWith("It will not be committed."), why);
    }

    /// Each has a producer of its own, since the one before was given up.
    private CompletableFuture<Void> lose(Ending ending) throws Exception {
        runner.connected(() -> mock(true), ends);
        ask(Ending.ABORT).get(60, TimeUnit.SECONDS);
        MockProducer<String, String> newest = null;
        for (var next = made.take(); next != null; next = made.poll()) {
            newest = next;
        }
        newest.commitTransactionException = new TimeoutException("late");
        newest.abortTransactionException = new TimeoutException("late");
        return ask(ending);
    }

    @Test
    void aRecordThatIsNotAcknowledgedIsAborted() throws Exception {
        runner.connected(() -> mock(false), ends);
        var why = reason(ask(Ending.COMMIT));
        assertTrue(why.contains("not acknowledged"), why);
        var producer = made.take();
        assertTrue(producer.transactionAborted());
        assertEquals(0, producer.commitCount());
    }

    private MockProducer<String, String> mock(boolean acknowledges) {
        var strings = new StringSerializer();
        var mock = new MockProducer<>(acknowledges, null, strings, strings);
        made.add(mock);
        return mock;
    }

    private CompletableFuture<Void> ask(Ending ending) {
        return runner.run(new TransactionRequest("k", "v", ending, "POST")).toCompletableFuture();
    }

    private static String reason(CompletableFuture<Void> answer) {
        var thrown = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        return String.valueOf(
                assertInstanceOf(KafkaUnavailableException.class, thrown.getCause()).getMessage());
    }
}
