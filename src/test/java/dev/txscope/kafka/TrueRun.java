package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TransactionState;
import dev.txscope.event.TxEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What really happened on an imagined broker: the facts of each source in their order, and for
/// each fact those that caused it.
final class TrueRun {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final Source PRODUCER = new Source(Source.Kind.PRODUCER, "producer A");
    private static final Source COORDINATOR = new Source(Source.Kind.COORDINATOR, "coordinator");
    private static final Source LOG = new Source(Source.Kind.LOG, "orders-0");

    /// A fact of the run; equal only to itself.
    static final class Step {
        final Source source;
        final TxEvent event;
        final List<Step> causes;

        Step(Source source, TxEvent event, List<Step> causes) {
            this.source = source;
            this.event = event;
            this.causes = causes;
        }

        /// A call is reported before it is made: all that follows from it is seen later.
        boolean isCall() {
            return event instanceof CallStarted;
        }

        @Override
        public String toString() {
            return source.name() + ": " + event;
        }
    }

    final Map<Source, List<Step>> streams = new LinkedHashMap<>();
    private final Random random;
    private final boolean bumpsEpoch;
    private int epoch;
    private long end;
    private long lastStable;
    private long calls;
    private Step lastComplete;

    TrueRun(long seed) {
        random = new Random(seed);
        bumpsEpoch = random.nextBoolean();
        var started = call(new ProducerCall.InitTransactions("txscope-A", 60_000));
        lastComplete = state(TransactionState.EMPTY, started);
        returned(started, lastComplete);
        int transactions = 1 + random.nextInt(5);
        for (int i = 0; i < transactions; i++) {
            transaction(random.nextInt(4));
        }
    }

    private void transaction(int records) {
        var begin = call(new ProducerCall.BeginTransaction());
        returned(begin);
        long first = end;
        Step ongoing = null;
        for (int i = 0; i < records; i++) {
            var send = call(new ProducerCall.Send("orders", Content.of("k", "v"), i, records));
            ongoing =
                    ongoing == null ? state(TransactionState.ONGOING, send, lastComplete) : ongoing;
            returned(send);
            record(send, ongoing);
        }
        end(records > 0, first, random.nextBoolean());
    }

    /// A record gets its place, is delivered to `read_uncommitted`, and is acknowledged.
    private void record(Step send, Step ongoing) {
        long offset = end++;
        var batch =
                step(
                        LOG,
                        new BatchAppended(
                                PARTITION,
                                7,
                                epoch,
                                true,
                                Instant.EPOCH,
                                List.of(new LoggedRecord(offset, Content.of("k", "v")))),
                        send,
                        ongoing);
        step(LOG, new HighWatermarkMoved(PARTITION, offset, end), batch);
        deliver(Isolation.READ_UNCOMMITTED, offset, send);
        position(Isolation.READ_UNCOMMITTED, batch);
        var id = ((CallStarted) send.event).id();
        step(PRODUCER, new RecordAcknowledged("A", id, PARTITION, offset, Duration.ZERO), batch);
    }

    private void end(boolean sent, long first, boolean commit) {
        var call =
                call(
                        commit
                                ? new ProducerCall.CommitTransaction()
                                : new ProducerCall.AbortTransaction());
        if (!sent) {
            returned(call);
            return;
        }
        epoch += bumpsEpoch ? 1 : 0;
        var prepare =
                state(
                        commit ? TransactionState.PREPARE_COMMIT : TransactionState.PREPARE_ABORT,
                        call);
        returned(call, prepare);
        var marker = marker(prepare, commit);
        lastComplete =
                state(
                        commit ? TransactionState.COMPLETE_COMMIT : TransactionState.COMPLETE_ABORT,
                        marker);
        var stable = step(LOG, new LastStableOffsetMoved(PARTITION, lastStable, end), marker);
        lastStable = end;
        for (long offset = first; commit && offset < end - 1; offset++) {
            deliver(Isolation.READ_COMMITTED, offset, stable);
        }
        position(Isolation.READ_COMMITTED, stable);
        position(Isolation.READ_UNCOMMITTED, marker);
    }

    private Step marker(Step prepare, boolean commit) {
        var outcome = commit ? Outcome.COMMIT : Outcome.ABORT;
        long offset = end++;
        var marker =
                step(
                        LOG,
                        new MarkerWritten(PARTITION, offset, 7, epoch, outcome, 0, Instant.EPOCH),
                        prepare);
        step(LOG, new HighWatermarkMoved(PARTITION, offset, end), marker);
        return marker;
    }

    private Step state(TransactionState state, Step... causes) {
        boolean open = state == TransactionState.ONGOING || state.isPrepare();
        List<TopicPartition> partitions = open ? List.of(PARTITION) : List.of();
        return step(
                COORDINATOR,
                new TransactionStateChanged(
                        "txscope-A",
                        state,
                        7,
                        epoch,
                        partitions,
                        null,
                        Instant.EPOCH,
                        Duration.ofSeconds(60)),
                causes);
    }

    private Step call(ProducerCall call) {
        return step(PRODUCER, new CallStarted("A", ++calls, call));
    }

    private void returned(Step started, Step... causes) {
        var call = (CallStarted) started.event;
        step(PRODUCER, new CallReturned("A", call.id(), call.call(), Duration.ZERO), causes);
    }

    private void deliver(Isolation isolation, long offset, Step... causes) {
        var id = new ConsumerId(isolation.kafkaName(), isolation);
        step(
                source(isolation),
                new RecordDelivered(id, PARTITION, offset, Content.of("k", "v"), 1),
                causes);
    }

    private void position(Isolation isolation, Step cause) {
        var id = new ConsumerId(isolation.kafkaName(), isolation);
        step(source(isolation), new PositionMoved(id, PARTITION, 0, end), cause);
    }

    private static Source source(Isolation isolation) {
        return new Source(Source.Kind.CONSUMER, isolation.kafkaName());
    }

    private Step step(Source source, TxEvent event, Step... causes) {
        var step = new Step(source, event, List.of(causes));
        streams.computeIfAbsent(source, _ -> new ArrayList<>()).add(step);
        return step;
    }
}
