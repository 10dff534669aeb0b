package dev.txscope;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.Evidence;
import dev.txscope.event.Failure;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Observation;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TransactionState;
import dev.txscope.event.TxEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Facts as a broker gives them, for tests of folds and views: one producer, one partition, two
/// consumers, states and epochs as measured with `transaction.version` 2.
public final class SampleRun {
    public static final TopicPartition ORDERS = new TopicPartition("orders", 0);
    public static final ConsumerId UNCOMMITTED =
            new ConsumerId("read_uncommitted", Isolation.READ_UNCOMMITTED);
    public static final ConsumerId COMMITTED =
            new ConsumerId("read_committed", Isolation.READ_COMMITTED);
    public static final String ID = "txscope-A";

    private static final Instant START = Instant.parse("2026-03-02T12:04:30Z");
    private static final Source BROKER = new Source(Source.Kind.SESSION, "broker");
    private static final Source PRODUCER = new Source(Source.Kind.PRODUCER, "producer A");
    private static final Source COORDINATOR =
            new Source(Source.Kind.COORDINATOR, "__transaction_state");
    private static final Source LOG = new Source(Source.Kind.LOG, "orders-0");
    private static final Source CONSUMER = new Source(Source.Kind.CONSUMER, "consumer");

    private final EventLog log = new EventLog();
    private final List<LoggedRecord> open = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private @Nullable Instant startedAt;
    private long call;
    private long next;
    private long stable;
    private int epoch;

    /// The run of the design's picture: two committed, one aborted, one open.
    public static SampleRun ofThePicture() {
        return new SampleRun()
                .ready()
                .init()
                .begin()
                .send("order-1")
                .send("order-2")
                .commit()
                .begin()
                .send("order-3")
                .abort()
                .begin()
                .send("order-4");
    }

    public EventLog log() {
        return log;
    }

    public List<Envelope> facts() {
        return log.from(0);
    }

    public SampleRun ready() {
        fact(BROKER, new BrokerStarting(1));
        after(2300);
        fact(
                BROKER,
                new BrokerReady(
                        "127.0.0.1:19092", "4.4.0", Duration.ofMillis(2300), "/data", false));
        fact(BROKER, new TopicReady(ORDERS));
        fact(CONSUMER, new ConsumerStarted(UNCOMMITTED, ORDERS, 0));
        return fact(CONSUMER, new ConsumerStarted(COMMITTED, ORDERS, 0));
    }

    public SampleRun init() {
        var init = new ProducerCall.InitTransactions(ID, 60_000);
        after(40);
        start(init);
        after(60);
        state(TransactionState.EMPTY);
        return returned(init, 61);
    }

    public SampleRun begin() {
        var begin = new ProducerCall.BeginTransaction();
        after(1500);
        open.clear();
        start(begin);
        return returned(begin, 0);
    }

    /// A `beginTransaction()` that the client refuses since a transaction is open already.
    public SampleRun beginRefused() {
        var begin = new ProducerCall.BeginTransaction();
        after(1500);
        start(begin);
        var why =
                new Failure(
                        "IllegalStateException",
                        "TransactionalId txscope-A: Invalid transition attempted from state"
                                + " IN_TRANSACTION to state IN_TRANSACTION",
                        Failure.Severity.REFUSED);
        return fact(PRODUCER, new CallFailed("A", call, begin, Duration.ZERO, why));
    }

    public SampleRun send(String value) {
        return delivered(UNCOMMITTED, append(value));
    }

    /// As [#send(String)], before `read_uncommitted` has it.
    public SampleRun sendUndelivered(String value) {
        append(value);
        return this;
    }

    private LoggedRecord append(String value) {
        var content = Content.of("customer-7", value);
        var send = new ProducerCall.Send("orders", content, 0, 1);
        after(1200);
        start(send);
        long id = call;
        returned(send, 1);
        if (open.isEmpty()) {
            after(2);
            startedAt = at();
            state(TransactionState.ONGOING);
        }
        after(1);
        var logged = new LoggedRecord(next++, content);
        open.add(logged);
        fact(LOG, new BatchAppended(ORDERS, 0, epoch, true, at(), List.of(logged)));
        fact(LOG, new HighWatermarkMoved(ORDERS, next - 1, next));
        fact(
                PRODUCER,
                new RecordAcknowledged("A", id, ORDERS, logged.offset(), Duration.ofMillis(3)));
        return logged;
    }

    public SampleRun commit() {
        return end(Outcome.COMMIT, false);
    }

    public SampleRun abort() {
        return end(Outcome.ABORT, false);
    }

    /// As [#commit()], which returns only after `read_committed` has the records.
    public SampleRun commitThatReturnsLate() {
        return end(Outcome.COMMIT, true);
    }

    /// As [#commit()], by a coordinator that was restarted meanwhile and skips the marker.
    public SampleRun commitWithoutMarker() {
        return endWithoutMarker(
                new ProducerCall.CommitTransaction(),
                TransactionState.PREPARE_COMMIT,
                TransactionState.COMPLETE_COMMIT);
    }

    /// As [#commitWithoutMarker()], for [#abort()].
    public SampleRun abortWithoutMarker() {
        return endWithoutMarker(
                new ProducerCall.AbortTransaction(),
                TransactionState.PREPARE_ABORT,
                TransactionState.COMPLETE_ABORT);
    }

    private SampleRun endWithoutMarker(
            ProducerCall how, TransactionState prepare, TransactionState complete) {
        after(2600);
        start(how);
        epoch++;
        state(prepare);
        returned(how, 4);
        startedAt = null;
        return after(3000).state(complete);
    }

    /// @param late whether the call returns only after the consumers have what they get
    private SampleRun end(Outcome outcome, boolean late) {
        boolean commit = outcome == Outcome.COMMIT;
        ProducerCall how =
                commit ? new ProducerCall.CommitTransaction() : new ProducerCall.AbortTransaction();
        after(2600);
        start(how);
        after(3);
        epoch++;
        state(commit ? TransactionState.PREPARE_COMMIT : TransactionState.PREPARE_ABORT);
        after(1);
        if (!late) {
            returned(how, 4);
        }
        after(2);
        long marker = next++;
        fact(LOG, new MarkerWritten(ORDERS, marker, 0, epoch, outcome, 0, at()));
        fact(LOG, new HighWatermarkMoved(ORDERS, marker, next));
        fact(LOG, new LastStableOffsetMoved(ORDERS, stable, next));
        fact(CONSUMER, new PositionMoved(UNCOMMITTED, ORDERS, marker, next));
        after(1);
        if (commit) {
            open.forEach(r -> fact(CONSUMER, delivery(COMMITTED, r)));
        }
        fact(CONSUMER, new PositionMoved(COMMITTED, ORDERS, stable, next));
        stable = next;
        after(4);
        if (late) {
            returned(how, 11);
        }
        startedAt = null;
        return state(commit ? TransactionState.COMPLETE_COMMIT : TransactionState.COMPLETE_ABORT);
    }

    private SampleRun delivered(ConsumerId who, LoggedRecord r) {
        fact(CONSUMER, delivery(who, r));
        return fact(CONSUMER, new PositionMoved(who, ORDERS, r.offset(), r.offset() + 1));
    }

    private static RecordDelivered delivery(ConsumerId who, LoggedRecord r) {
        return new RecordDelivered(who, ORDERS, r.offset(), r.content(), r.offset());
    }

    private void start(ProducerCall what) {
        fact(PRODUCER, new CallStarted("A", ++call, what));
    }

    private SampleRun returned(ProducerCall what, long millis) {
        return fact(PRODUCER, new CallReturned("A", call, what, Duration.ofMillis(millis)));
    }

    private SampleRun state(TransactionState state) {
        List<TopicPartition> partitions = startedAt == null ? List.of() : List.of(ORDERS);
        return fact(
                COORDINATOR,
                new TransactionStateChanged(
                        ID, state, 0, epoch, partitions, startedAt, at(), Duration.ofSeconds(60)));
    }

    /// Lets time pass.
    public SampleRun after(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    public SampleRun fact(Source source, TxEvent event) {
        log.append(new Observation(at(), now, source, Evidence.OBSERVED, event));
        return this;
    }

    private Instant at() {
        return START.plus(now);
    }
}
