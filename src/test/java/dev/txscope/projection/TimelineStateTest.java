package dev.txscope.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.Envelope;
import dev.txscope.event.Failure;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.ProducerEvent.RequestRefused;
import dev.txscope.event.Source;
import dev.txscope.playback.Frame;
import dev.txscope.text.PlainTimeline;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// These facts → these rows.
class TimelineStateTest {
    private static final Source PRODUCER = new Source(Source.Kind.PRODUCER, "producer A");
    private static final Source LOG = new Source(Source.Kind.LOG, "orders-0");

    @Test
    void anAbortedTransactionIsNineStepsSideBySide() {
        var run = new SampleRun().ready().init().begin().send("order-1").abort();
        assertEquals(
                List.of(
                        "1 | 12:04:33.9 | producer: begin | coordinator: not told",
                        "1 | 12:04:35.1 | producer: send",
                        "1 | +2 ms | coordinator: Ongoing",
                        "1 | +3 ms | log: 0 order-1 | read_uncommitted: order-1 · delivered |"
                                + " read_committed: order-1 · held at the broker: reads stop at 0"
                                + " (LSO)",
                        "1 | 12:04:37.7 | producer: abort",
                        "1 | +3 ms | coordinator: PrepareAbort",
                        "1 | +4 ms | producer: abort returned",
                        "1 | +6 ms | log: 1 abort"
                                + " | read_uncommitted: no news: this consumer is never told"
                                + " | read_committed: order-1 · arrived, dropped by its client",
                        "1 | +11 ms | coordinator: CompleteAbort"),
                ofTransactions(run));
    }

    @Test
    void whatWasAskedForFromOutsideIsKnownByItsKey() {
        var run = new SampleRun().ready().init();
        new RequestedRun(run).commit("C-1", 0);

        var rows = ofTransactions(run);

        assertTrue(rows.stream().anyMatch(row -> row.contains("log: 0 C-1")), rows::toString);
        assertTrue(rows.stream().noneMatch(row -> row.contains("{}")), rows::toString);
    }

    @Test
    void aRequestThatIsNeverBegunLeavesItsRows() {
        var run = new SampleRun().ready();
        run.fact(PRODUCER, new RequestRefused("HTTP", "curl C-1", "No broker"));

        var rows = PlainTimeline.of(fold(run).timeline(), false);

        assertTrue(rows.get(rows.size() - 2).endsWith("producer: curl C-1"), rows::toString);
        assertTrue(rows.getLast().endsWith("answered with 503 · No broker"), rows::toString);
    }

    @Test
    void aCommitFreesAllRecordsOfItsTransactionInOnePoll() {
        var run = new SampleRun().ready().init().begin().send("order-1").send("order-2").commit();
        assertTrue(
                ofTransactions(run)
                        .contains(
                                "1 | +6 ms | log: 2 commit | read_uncommitted: no news: this"
                                        + " consumer is never told | read_committed: order-1 … (2"
                                        + " records) · delivered"));
    }

    /// The log and the consumer are two answers of the leader, either first.
    @Test
    void rowsAreTheSameWhereADeliveryIsSeenBeforeTheLog() {
        var run = SampleRun.ofThePicture();
        var swapped = new ArrayList<Envelope>();
        for (var e : run.facts()) {
            boolean early =
                    e.event() instanceof RecordDelivered d
                            && d.consumer().equals(SampleRun.UNCOMMITTED);
            swapped.add(early ? lastBatch(swapped) : swapped.size(), e);
        }
        assertNotEquals(run.facts(), swapped);

        var frame = Frame.empty();
        for (int i = 0; i < swapped.size(); i++) {
            var e = swapped.get(i);
            frame =
                    frame.plus(
                            new Envelope(
                                    i, e.at(), e.elapsed(), e.source(), e.evidence(), e.event()));
        }

        assertEquals(
                PlainTimeline.of(fold(run).timeline(), false),
                PlainTimeline.of(frame.timeline(), false));
        assertEquals(fold(run).world(), frame.world());
    }

    private static int lastBatch(List<Envelope> facts) {
        int last = facts.size() - 1;
        while (!(facts.get(last).event() instanceof BatchAppended)) {
            last--;
        }
        return last;
    }

    @Test
    void watermarksAndPositionsAreDetailsOfTheTransactionThatMovedThem() {
        var run = new SampleRun().ready().init().begin().send("order-1");
        List<String> all = PlainTimeline.of(fold(run).timeline(), true);
        assertEquals(
                List.of(
                        "1 | +3 ms | log: HW 1",
                        "1 | +3 ms | producer: ack 0, 3 ms",
                        "1 | +3 ms | read_uncommitted: next read: 1"),
                all.subList(all.size() - 3, all.size()));
    }

    @Test
    void aCompletionThatComesAfterTheNextBeginBelongsToTheTransactionBefore() {
        var run = new SampleRun().ready().init().begin().send("order-1").commit();
        Envelope complete = run.facts().getLast();
        var late = new SampleRun();
        run.facts()
                .subList(0, run.facts().size() - 1)
                .forEach(e -> late.fact(e.source(), e.event()));
        var begin = new ProducerCall.BeginTransaction();
        late.fact(PRODUCER, new CallStarted("A", 50, begin));
        late.fact(PRODUCER, new CallReturned("A", 50, begin, Duration.ZERO));
        late.fact(complete.source(), complete.event());
        Row last = fold(late).timeline().rows().getLast();
        assertEquals(1, last.transaction());
    }

    @Test
    void aRefusedCallBetweenTransactionsBelongsToNone() {
        var run = new SampleRun().ready().init().begin().send("order-1").commit();
        var send = new ProducerCall.Send("orders", Content.of("k", "v"), 0, 1);
        run.fact(PRODUCER, new CallStarted("A", 60, send));
        run.fact(PRODUCER, new CallFailed("A", 60, send, Duration.ZERO, illegal()));
        List<Row> rows = fold(run).timeline().rows();
        assertEquals(List.of(0, 0), List.of(at(rows, 2).transaction(), at(rows, 1).transaction()));
        assertEquals(new Cell.Failed(send, 1, illegal()), at(rows, 1).cell(Lane.PRODUCER));
    }

    @Test
    void aRefusedBeginIsTheClickItself() {
        var run = new SampleRun().ready().init().begin();
        var begin = new ProducerCall.BeginTransaction();
        run.after(700).fact(PRODUCER, new CallStarted("A", 60, begin));
        run.fact(PRODUCER, new CallFailed("A", 60, begin, Duration.ZERO, illegal()));
        Row row = fold(run).timeline().rows().getLast();
        assertTrue(row.lead());
    }

    @Test
    void aClickOfManyRecordsIsOneClickAndOneRowOfRecords() {
        var run = new SampleRun().ready().init().begin().send("order-1");
        int count = 10_000;
        for (int i = 0; i < count; i++) {
            var send = new ProducerCall.Send("orders", Content.of("k", "v" + i), i, count);
            run.fact(PRODUCER, new CallStarted("A", 100 + i, send));
            run.fact(PRODUCER, new CallReturned("A", 100 + i, send, Duration.ZERO));
            run.fact(LOG, batch(i + 1)).after(i % 10 == 0 ? 1 : 0);
        }
        TimelineState timeline = fold(run).timeline();
        Row last = timeline.step(10);
        assertEquals(11, timeline.steps().size());
        assertEquals(new Cell.Called(send(count), count), timeline.step(9).cell(Lane.PRODUCER));
        assertTrue(
                last.cell(Lane.LOG) instanceof Cell.OfRecords records
                        && records.span().count() == count);
    }

    @Test
    void theSameFailureAgainIsOneCellThatCounts() {
        var run = new SampleRun().ready().init().begin();
        run.fact(PRODUCER, new RecordRejected("A", 7, illegal()));
        run.fact(PRODUCER, new RecordRejected("A", 8, illegal()));
        Row row = fold(run).timeline().rows().getLast();
        assertEquals(new Cell.Rejected(2, illegal()), row.cell(Lane.PRODUCER));
    }

    @Test
    void noLaterFactChangesAStableRow() {
        var frame = Frame.empty();
        for (Envelope fact : SampleRun.ofThePicture().facts()) {
            TimelineState before = frame.timeline();
            frame = frame.plus(fact);
            for (int i = 0; i < before.stableRows(); i++) {
                assertSame(before.rows().get(i), frame.timeline().rows().get(i));
            }
        }
    }

    @Test
    void aFrameOfSizeAtShowsThatManySteps() {
        var run = SampleRun.ofThePicture();
        TimelineState latest = fold(run).timeline();
        for (int step = 1; step <= latest.steps().size(); step++) {
            var part = Frame.empty();
            for (Envelope fact : run.facts().subList(0, (int) latest.sizeAt(step))) {
                part = part.plus(fact);
            }
            assertEquals(step, part.timeline().steps().size());
            assertEquals(latest.step(step - 1), part.timeline().step(step - 1));
        }
    }

    private static List<String> ofTransactions(SampleRun run) {
        return PlainTimeline.of(fold(run).timeline(), false).stream()
                .filter(line -> !line.startsWith("0"))
                .toList();
    }

    private static Frame fold(SampleRun run) {
        var frame = Frame.empty();
        for (Envelope fact : run.facts()) {
            frame = frame.plus(fact);
        }
        return frame;
    }

    private static Row at(List<Row> rows, int fromTheEnd) {
        return rows.get(rows.size() - fromTheEnd);
    }

    private static ProducerCall.Send send(int count) {
        return new ProducerCall.Send("orders", Content.of("k", "v0"), 0, count);
    }

    private static BatchAppended batch(long offset) {
        var logged = new LoggedRecord(offset, Content.of("k", "v" + offset));
        return new BatchAppended(SampleRun.ORDERS, 0, 0, true, Instant.EPOCH, List.of(logged));
    }

    private static Failure illegal() {
        return new Failure("IllegalStateException", "no", Failure.Severity.REFUSED);
    }
}
