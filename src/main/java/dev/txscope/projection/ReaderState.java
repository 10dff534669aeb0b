package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Failure;
import dev.txscope.event.Isolation;
import dev.txscope.projection.Slot.Fate;

import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

import java.time.Duration;

/// What one consumer's application was given, and where its client reads next.
///
/// @param position the next offset that its client will fetch
/// @param delivered the offsets that `poll()` returned, each with when, on the log's own clock
/// @param failure why it reads no more; null while it reads
public record ReaderState(
        ConsumerId consumer,
        boolean started,
        long position,
        TreePMap<Long, Duration> delivered,
        @Nullable Failure failure) {

    /// What a slot of the log is to this consumer.
    public enum Reading {
        /// `poll()` returned it.
        DELIVERED,
        /// The broker does not serve it: it is at or past the last stable offset.
        HELD,
        /// Its client received it and dropped it: its transaction was aborted.
        FILTERED,
        /// A marker: no consumer is ever given one.
        NEVER_DELIVERED,
        /// On its way.
        COMING
    }

    static ReaderState initial(ConsumerId consumer) {
        return new ReaderState(consumer, false, 0, TreePMap.empty(), null);
    }

    ReaderState apply(ConsumerEvent event, Duration at) {
        return switch (event) {
            case ConsumerStarted(_, _, long first) ->
                    new ReaderState(consumer, true, first, delivered, null);
            case RecordDelivered r ->
                    new ReaderState(
                            consumer, started, position, delivered.plus(r.offset(), at), null);
            case PositionMoved(_, _, _, long to) ->
                    new ReaderState(consumer, started, to, delivered, null);
            case OffsetCommitted _ -> this;
            case ConsumerFailed(_, var why) ->
                    new ReaderState(consumer, started, position, delivered, why);
        };
    }

    /// What that slot is to this consumer, from the facts so far.
    public Reading reading(Slot slot, PartitionState partition) {
        return switch (slot) {
            case Slot.Marker _ -> Reading.NEVER_DELIVERED;
            case Slot.Data data -> {
                if (delivered.containsKey(data.offset())) {
                    yield Reading.DELIVERED;
                }
                if (position > data.offset() && data.fate() == Fate.ABORTED) {
                    yield Reading.FILTERED;
                }
                yield isHeld(data, partition) ? Reading.HELD : Reading.COMING;
            }
        };
    }

    private boolean isHeld(Slot.Data data, PartitionState partition) {
        return consumer.isolation() == Isolation.READ_COMMITTED
                && (data.fate() == Fate.OPEN || data.offset() >= partition.lastStableOffset());
    }
}
