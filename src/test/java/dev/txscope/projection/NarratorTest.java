package dev.txscope.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.Envelope;
import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.Source;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class NarratorTest {
    private static final Source SOURCE = new Source(Source.Kind.SESSION, "test");

    @Test
    void eachStepHasItsSentence() {
        assertEquals("A Kafka broker of your own is starting.", what(new SampleRun()));
        assertEquals(
                "The producer introduces itself to the coordinator.",
                what(new SampleRun().ready()));
        var run = new SampleRun().ready().init();
        assertEquals("All is ready: press Begin.", what(run));
        assertEquals("Transaction 1 has begun, but only the producer knows.", what(run.begin()));
        assertEquals("order-1 is in the log, still open.", what(run.send("order-1")));
        assertEquals("order-1 and order-2 are in the log, still open.", what(run.send("order-2")));
        assertEquals(
                "order-1 and order-2 are committed: both consumers have them.", what(run.commit()));
        assertEquals(
                "The marker took offset 2. commitTransaction() had returned 3 ms before"
                        + " read_committed got the record. The next offset is 3.",
                why(run));
        run.begin().send("order-3").abort();
        assertEquals("order-3 was aborted, yet stays in the log at offset 3.", what(run));
        run.begin().send("order-4").send("order-5").abort();
        assertEquals(
                "order-4 and order-5 were aborted, yet stay in the log from offset 5.", what(run));
    }

    /// A consumer's application has a record when a fact says so, not when it should have it.
    @Test
    void noConsumerIsSaidToHaveWhatItWasNotYetGiven() {
        var run = new SampleRun().ready().init().begin().send("order-1").sendUndelivered("order-2");
        assertEquals("order-1 and order-2 are in the log, still open.", what(run));
        assertTrue(why(run).startsWith("read_uncommitted is about to get them."), why(run));

        run.abort();
        assertTrue(why(run).startsWith("read_uncommitted gets them all the same"), why(run));

        run.begin().sendUndelivered("order-3").commit();
        assertEquals("order-3 is committed: the marker is at offset 4.", what(run));
        assertEquals("Nothing is held back any more: the consumers are being served.", why(run));
    }

    /// It would be said to be served, and is not.
    @Test
    void aConsumerThatFailedIsToldWhereItLacksSomething() {
        var timeout = new Failure("TimeoutException", "no answer", Failure.Severity.TRANSIENT);
        var run = new SampleRun().ready().init().begin().send("order-1");
        run.fact(SOURCE, new ConsumerFailed(SampleRun.COMMITTED, timeout));
        assertTrue(why(run).startsWith("read_uncommitted has it."), why(run));

        run.fact(SOURCE, new ConsumerFailed(SampleRun.UNCOMMITTED, timeout));
        run.sendUndelivered("order-2");
        assertEquals("order-1 and order-2 are in the log, still open.", what(run));
        assertEquals(
                "read_uncommitted’s consumer failed and was given nothing since:"
                        + " TimeoutException: no answer",
                why(run));

        run.abort();
        assertTrue(why(run).startsWith("read_uncommitted gets them all the same"), why(run));
    }

    @Test
    void whoHoldsACommittedRecordBackIsTold() {
        // Given: A's transaction is open at offset 0
        var run = new SampleRun().ready().init().begin().send("order-1").after(500);

        // When
        new RequestedRun(run).commit("C-1", 1);

        // Then
        assertEquals(
                "C-1 is committed by HTTP, and read_committed does not have it yet.", what(run));
        assertEquals(
                "Reads stop at offset 0 (LSO), where transaction 1 of producer A is still open: all"
                        + " that follows waits for its end, committed or not.",
                why(run));
        World world = world(run);
        assertEquals("HTTP", world.transactions().number(2).producer());
        assertEquals(
                world.transactions().number(1), world.holderOf(world.transactions().number(2)));
    }

    @Test
    void aCommittedRequestWithNothingOpenBeforeItIsHeldByNobody() {
        var run = new SampleRun().ready().init().after(500);
        new RequestedRun(run).commit("C-1", 0).readPast(2);
        assertEquals("A request had C-1 committed by HTTP: transaction 1.", what(run));
        assertEquals(
                "The marker took offset 1, and read_committed has the record: nothing open stands"
                        + " before it.",
                why(run));
        World world = world(run);
        assertEquals(null, world.holderOf(world.transactions().number(1)));
    }

    /// As Kafka 4.4 was seen to do after a restart on a busy machine.
    @Test
    void aCommitWithoutItsMarkerIsNotCalledReadable() {
        // When
        var run = new SampleRun().ready().init().begin().send("order-1").commitWithoutMarker();

        // Then
        assertEquals(
                "The coordinator counts order-1 as committed, but its marker was not seen in the"
                        + " log.",
                what(run));
        Transaction unmarked = world(run).transactions().number(1);
        assertTrue(unmarked.unmarked());

        // And: a request behind it is held back by it
        new RequestedRun(run.after(500)).commit("C-1", 1);
        World held = world(run);
        assertEquals(unmarked, held.holderOf(held.transactions().number(2)));
    }

    @Test
    void anAbortWithoutItsMarkerWarnsOfTheNextCommit() {
        var run = new SampleRun().ready().init().begin().send("order-1").abortWithoutMarker();
        assertEquals(
                "The coordinator counts order-1 as aborted, but its marker was not seen in the"
                        + " log.",
                what(run));
        assertTrue(why(run).contains("a commit would commit it"));

        // And: that is what a commit does
        run.begin().send("order-2").commit();
        assertEquals(Transaction.Status.COMMITTED, world(run).transactions().number(1).status());
    }

    @Test
    void theNextMarkerOfItsProducerSettlesWhatHasNone() {
        // Given
        var run = new SampleRun().ready().init().begin().send("order-1").commitWithoutMarker();

        // When
        run.begin().send("order-2").abort();

        // Then: Kafka goes by the marker, not by what the coordinator said
        var transactions = world(run).transactions();
        assertEquals(Transaction.Status.ABORTED, transactions.number(1).status());
        assertEquals(2, transactions.number(1).logged().marker());
        assertEquals(Transaction.Status.ABORTED, transactions.number(2).status());
        assertFalse(transactions.number(1).unmarked());
    }

    @Test
    void theWindowsOwnNewerStepComesBeforeAnOlderRequest() {
        var run = new SampleRun().ready().init().after(500);
        new RequestedRun(run).commit("C-1", 0).readPast(2);
        run.begin();
        assertEquals("Transaction 2 has begun, but only the producer knows.", what(run));
    }

    @Test
    void aRefusedCallIsToldInKafkasWords() {
        var run = new SampleRun().ready().init();
        var begin = new ProducerCall.CommitTransaction();
        run.fact(SOURCE, new CallStarted("A", 9, begin));
        run.fact(
                SOURCE,
                new CallFailed(
                        "A",
                        9,
                        begin,
                        Duration.ofMillis(1),
                        new Failure(
                                "IllegalStateException",
                                "no transaction",
                                Failure.Severity.REFUSED)));
        assertEquals("Kafka’s client refused commitTransaction(): nothing changed.", what(run));
        assertEquals("IllegalStateException: no transaction", why(run));
    }

    @Test
    void aLostBrokerComesFirst() {
        var run = SampleRun.ofThePicture();
        run.fact(SOURCE, new SessionEvent.BrokerDied(BrokerProblem.KILLED, "", List.of(), ""));
        assertEquals("The broker is gone: its process was ended from outside.", what(run));
    }

    private static String what(SampleRun run) {
        return Messages.in(Language.ENGLISH).get(tell(run).what());
    }

    private static String why(SampleRun run) {
        return Messages.in(Language.ENGLISH).get(tell(run).why()).replace('\u00a0', ' ');
    }

    private static Narration tell(SampleRun run) {
        World world = World.initial();
        for (Envelope e : run.facts()) {
            world = world.apply(e);
        }
        return Narrator.tell(world, "A", Duration.ofSeconds(57));
    }

    private static World world(SampleRun run) {
        World world = World.initial();
        for (Envelope e : run.facts()) {
            world = world.apply(e);
        }
        return world;
    }
}
