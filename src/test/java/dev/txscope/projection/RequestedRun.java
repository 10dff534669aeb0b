package dev.txscope.projection;

import static dev.txscope.SampleRun.ORDERS;

import dev.txscope.SampleRun;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.Content;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.event.Source;
import dev.txscope.event.TransactionState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Requested transactions of a second producer, put between another run's facts.
final class RequestedRun {
    static final String LINE = "curl -X POST \"http://localhost:18090/api/v1/tx/commit?txId=C-1\"";

    private static final Source SOURCE = new Source(Source.Kind.PRODUCER, "producer HTTP");
    private static final Instant AT = Instant.parse("2026-03-02T12:04:31Z");
    private static final String ID = "txscope-http";
    private static final long PRODUCER_ID = 7;

    private final SampleRun run;
    private long call = 100;

    RequestedRun(SampleRun run) {
        this.run = run;
        call(new ProducerCall.InitTransactions(ID, 20_000));
    }

    RequestedRun commit(String key, long offset) {
        run.fact(SOURCE, new TransactionRequested("HTTP", LINE));
        call(new ProducerCall.BeginTransaction());
        state(TransactionState.ONGOING);
        var logged = new LoggedRecord(offset, Content.of(key, "{}"));
        run.fact(SOURCE, new BatchAppended(ORDERS, PRODUCER_ID, 0, true, AT, List.of(logged)));
        state(TransactionState.PREPARE_COMMIT);
        call(new ProducerCall.CommitTransaction());
        run.fact(
                SOURCE,
                new MarkerWritten(ORDERS, offset + 1, PRODUCER_ID, 0, Outcome.COMMIT, 0, AT));
        return this;
    }

    /// `read_committed` is served up to there.
    RequestedRun readPast(long end) {
        run.fact(SOURCE, new LastStableOffsetMoved(ORDERS, 0, end));
        run.fact(SOURCE, new PositionMoved(SampleRun.COMMITTED, ORDERS, 0, end));
        return this;
    }

    private void call(ProducerCall what) {
        run.after(5);
        run.fact(SOURCE, new CallStarted("HTTP", ++call, what));
        run.fact(SOURCE, new CallReturned("HTTP", call, what, Duration.ZERO));
    }

    private void state(TransactionState state) {
        run.after(5);
        run.fact(
                SOURCE,
                new TransactionStateChanged(
                        ID,
                        state,
                        PRODUCER_ID,
                        0,
                        List.of(ORDERS),
                        AT,
                        AT,
                        Duration.ofSeconds(20)));
    }
}
