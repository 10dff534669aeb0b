package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Cell.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Which fact is which step: one line per fact. Facts about the past, found when the program
/// started on kept data, are details.
final class Steps {
    private final World world;

    /// @param world the state of things with that fact
    Steps(World world) {
        this.world = world;
    }

    List<Step> of(Envelope e) {
        return switch (e.event()) {
            case SessionEvent s -> List.of(session(s));
            case ProducerEvent p -> some(produced(p));
            case CoordinatorEvent c -> List.of(coordinated(c));
            case LogEvent l -> logged(l);
            case ConsumerEvent c -> consumed(c);
        };
    }

    private static List<Step> some(@Nullable Step step) {
        return step == null ? List.of() : List.of(step);
    }

    private static Step session(SessionEvent event) {
        var note = new Cell.SessionNote(event);
        return switch (event) {
            case SessionEvent.TopicReady _ -> Step.detail(Lane.SESSION, note, 0);
            case SessionEvent.BrokerStarting _ -> Step.lead(Lane.SESSION, note, 0);
            case SessionEvent.BrokerReady _,
                    SessionEvent.BrokerFailed _,
                    SessionEvent.BrokerDied _,
                    SessionEvent.LabFailed _,
                    SessionEvent.ClockStepped _ ->
                    Step.of(Lane.SESSION, note, 0);
        };
    }

    private @Nullable Step produced(ProducerEvent event) {
        int transaction = currentOf(event.producer());
        return switch (event) {
            case CallStarted(_, _, var call) -> called(call, transaction);
            case CallReturned(_, _, BeginTransaction begin, _) ->
                    Step.lead(Lane.PRODUCER, new Cell.Called(begin, 1), transaction)
                            .beside(Lane.COORDINATOR, new Cell.NotTold());
            case CallReturned(_, _, Send _, _) -> null;
            case CallReturned(_, _, var call, var took) ->
                    Step.of(
                            Lane.PRODUCER,
                            new Cell.Returned(call, took),
                            call instanceof InitTransactions ? 0 : transaction);
            case CallFailed(_, _, var call, _, var failure) ->
                    Step.of(Lane.PRODUCER, new Cell.Failed(call, failure), transaction);
            case RecordAcknowledged a -> acknowledged(a, transaction);
            case RecordRejected(_, _, var failure) ->
                    Step.of(Lane.PRODUCER, new Cell.Rejected(1, failure), transaction);
        };
    }

    /// `beginTransaction()` is local: its step is its return.
    private static @Nullable Step called(ProducerCall call, int transaction) {
        return switch (call) {
            case BeginTransaction _ -> null;
            case Send s when s.index() > 0 ->
                    Step.of(Lane.PRODUCER, new Cell.Called(s, 1), transaction);
            case Send _, CommitTransaction _, AbortTransaction _ ->
                    Step.lead(Lane.PRODUCER, new Cell.Called(call, 1), transaction);
            case InitTransactions _ -> Step.lead(Lane.PRODUCER, new Cell.Called(call, 1), 0);
        };
    }

    private @Nullable Step acknowledged(RecordAcknowledged a, int transaction) {
        Slot slot = world.partition(a.partition()).at(a.offset());
        if (!(slot instanceof Slot.Data data)) {
            return null;
        }
        var span = Span.of(a.offset(), data.content());
        return Step.detail(Lane.PRODUCER, new Cell.Acknowledged(span, a.took()), transaction);
    }

    /// Entries from before this run's producer are history: a detail.
    private Step coordinated(CoordinatorEvent event) {
        return switch (event) {
            case TransactionStateChanged entry -> {
                var said = new Cell.StateSaid(entry);
                Transaction t = world.transactions().newestOf(entry.transactionalId());
                boolean known = world.producerOf(entry.transactionalId()) != null;
                int number =
                        t == null || entry.producerId() != t.producerId() ? 0 : ownerOf(entry, t);
                yield known
                        ? Step.of(Lane.COORDINATOR, said, number)
                        : Step.detail(Lane.COORDINATOR, said, 0);
            }
        };
    }

    /// A Complete entry can come after the next `beginTransaction()`.
    private static int ownerOf(TransactionStateChanged entry, Transaction newest) {
        return switch (entry.state()) {
            case EMPTY, DEAD, PREPARE_EPOCH_FENCE -> 0;
            case ONGOING, PREPARE_COMMIT, PREPARE_ABORT -> newest.number();
            case COMPLETE_COMMIT, COMPLETE_ABORT ->
                    newest.isOpen() ? newest.number() - 1 : newest.number();
        };
    }

    private List<Step> logged(LogEvent event) {
        return switch (event) {
            case BatchAppended batch -> appended(batch);
            case MarkerWritten m -> {
                int number = world.transactions().ofProducerId(m.producerId());
                var marker = new Cell.MarkerAppended(m.offset(), m.outcome(), m.producerEpoch());
                Step step =
                        number == 0
                                ? Step.detail(Lane.LOG, marker, 0)
                                : Step.of(Lane.LOG, marker, number);
                yield List.of(step.beside(Lane.READ_UNCOMMITTED, new Cell.NoNews(m.outcome())));
            }
            case HighWatermarkMoved _, LastStableOffsetMoved _, AbortedTransactionListed _ ->
                    List.of(Step.detail(Lane.LOG, new Cell.LogMoved(event), 0));
        };
    }

    private List<Step> appended(BatchAppended batch) {
        var steps = new ArrayList<Step>();
        int number =
                batch.transactional() ? world.transactions().ofProducerId(batch.producerId()) : 0;
        long gate = world.partition(batch.partition()).lastStableOffset();
        for (var r : batch.records()) {
            var span = Span.of(r.offset(), r.content());
            var cell = new Cell.Appended(span, batch.transactional());
            steps.add(
                    number == 0
                            ? Step.detail(Lane.LOG, cell, 0)
                            : Step.of(Lane.LOG, cell, number)
                                    .beside(Lane.READ_COMMITTED, new Cell.Held(span, gate)));
        }
        return steps;
    }

    private List<Step> consumed(ConsumerEvent event) {
        Lane lane = laneOf(event.consumer().isolation());
        return switch (event) {
            case ConsumerStarted(_, _, long at) ->
                    List.of(Step.detail(lane, new Cell.ReaderStarted(at), 0));
            case RecordDelivered r -> {
                int number = transactionAt(r.partition(), r.offset());
                var span = Span.of(r.offset(), r.content());
                var cell = new Cell.Delivered(span);
                yield List.of(
                        number == 0 ? Step.detail(lane, cell, 0) : Step.of(lane, cell, number));
            }
            case PositionMoved moved -> moved(lane, moved);
            case ConsumerFailed(_, var failure) ->
                    List.of(Step.of(lane, new Cell.ReaderFailed(failure), 0));
        };
    }

    /// A position that passes aborted records says that the client dropped them.
    private List<Step> moved(Lane lane, PositionMoved moved) {
        var steps = new ArrayList<Step>();
        var partition = world.partition(moved.partition());
        ReaderState reader = world.readers().get(moved.consumer());
        for (long offset = moved.from(); offset < moved.to() && reader != null; offset++) {
            if (partition.at(offset) instanceof Slot.Data data
                    && reader.reading(data, partition) == ReaderState.Reading.FILTERED) {
                var cell = new Cell.Filtered(Span.of(offset, data.content()));
                steps.add(
                        data.transaction() == 0
                                ? Step.detail(lane, cell, 0)
                                : Step.of(lane, cell, data.transaction()));
            }
        }
        steps.add(
                Step.detail(
                        lane,
                        new Cell.PositionMoved(moved.from(), moved.to()),
                        transactionAt(moved.partition(), moved.to() - 1)));
        return steps;
    }

    private static Lane laneOf(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> Lane.READ_UNCOMMITTED;
            case READ_COMMITTED -> Lane.READ_COMMITTED;
        };
    }

    private int transactionAt(TopicPartition partition, long offset) {
        Slot slot = world.partition(partition).at(offset);
        return slot == null ? 0 : slot.transaction();
    }

    /// The transaction that this producer's newest call belongs to; 0 between transactions.
    private int currentOf(String producer) {
        var init = world.producer(producer).init();
        Transaction t = world.transactions().newestOf(init == null ? null : init.transactionalId());
        return t == null ? 0 : t.number();
    }
}
