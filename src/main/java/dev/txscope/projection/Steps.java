package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.LogEvent;
import dev.txscope.event.ProducerEvent;
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
            case SessionEvent s -> some(session(s));
            case ProducerEvent p -> new ProducerSteps(world).of(p);
            case CoordinatorEvent c -> List.of(coordinated(c));
            case LogEvent l -> new LogSteps(world).of(l);
            case ConsumerEvent c -> consumed(c);
        };
    }

    private static List<Step> some(@Nullable Step step) {
        return step == null ? List.of() : List.of(step);
    }

    /// Settings have a panel of their own.
    private static @Nullable Step session(SessionEvent event) {
        var note = new Cell.SessionNote(event);
        return switch (event) {
            case SessionEvent.SettingsChosen _ -> null;
            case SessionEvent.TopicReady _ -> Step.detail(Lane.SESSION, note, 0);
            case SessionEvent.BrokerStarting _ -> Step.lead(Lane.SESSION, note, 0);
            case SessionEvent.BrokerReady _,
                    SessionEvent.BrokerFailed _,
                    SessionEvent.BrokerDied _,
                    SessionEvent.LabFailed _,
                    SessionEvent.ViewRefused _,
                    SessionEvent.ProgramFaulted _,
                    SessionEvent.FolderRefused _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceFailed _,
                    SessionEvent.ServiceStopped _,
                    SessionEvent.ClockStepped _ ->
                    Step.of(Lane.SESSION, note, 0);
        };
    }

    /// Entries from before this run's producer are history: a detail.
    private Step coordinated(CoordinatorEvent event) {
        return switch (event) {
            case TransactionStateChanged entry ->
                    world.producerOf(entry.transactionalId()) == null
                            ? Step.detail(Lane.COORDINATOR, new Cell.StateSaid(entry), 0)
                            : Step.of(Lane.COORDINATOR, new Cell.StateSaid(entry), ownerOf(entry));
        };
    }

    /// A Complete entry can come after the next `beginTransaction()`, which has no producer id yet.
    private int ownerOf(TransactionStateChanged entry) {
        return switch (entry.state()) {
            case EMPTY, DEAD, PREPARE_EPOCH_FENCE -> 0;
            case ONGOING, PREPARE_COMMIT, PREPARE_ABORT, COMPLETE_COMMIT, COMPLETE_ABORT ->
                    world.transactions().ofProducerId(entry.producerId());
        };
    }

    private List<Step> consumed(ConsumerEvent event) {
        return event.consumer().group() == null ? read(event) : List.of(grouped(event));
    }

    /// The services' consumers have no lane of their own: they stand among the details.
    private Step grouped(ConsumerEvent event) {
        Lane lane = Lane.of(event.consumer().isolation());
        var cell = new Cell.OfGroup(event);
        return switch (event) {
            case ConsumerFailed _ -> Step.of(lane, cell, 0);
            case RecordDelivered r ->
                    Step.detail(lane, cell, transactionAt(r.partition(), r.offset()));
            case OffsetCommitted c ->
                    Step.detail(lane, cell, transactionAt(c.partition(), c.next() - 1));
            case ConsumerStarted _, PositionMoved _ -> Step.detail(lane, cell, 0);
        };
    }

    private List<Step> read(ConsumerEvent event) {
        Lane lane = Lane.of(event.consumer().isolation());
        return switch (event) {
            case ConsumerStarted(_, _, long at) ->
                    List.of(Step.detail(lane, new Cell.ReaderStarted(at), 0));
            case RecordDelivered r -> new DeliverySteps(world).of(r);
            case PositionMoved moved -> moved(lane, moved);
            case OffsetCommitted _ -> List.of();
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
                boolean byKey = world.transactions().requested(data.transaction());
                var cell = new Cell.Filtered(Span.of(offset, data.content(), byKey));
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

    private int transactionAt(TopicPartition partition, long offset) {
        Slot slot = world.partition(partition).at(offset);
        return slot == null ? 0 : slot.transaction();
    }
}
