package dev.txscope.projection;

import dev.txscope.event.Envelope;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Slot.Fate;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// A partition as a learner needs it: every offset, what it holds, and what became of it.
///
/// | fact                  | effect                                             |
/// |-----------------------|----------------------------------------------------|
/// | BatchAppended         | new slots, OPEN when transactional                 |
/// | MarkerWritten         | a marker's slot; that producer's open slots settle |
/// | HighWatermarkMoved    | the end that `read_uncommitted` sees               |
/// | LastStableOffsetMoved | the gate of `read_committed`                       |
///
/// @param open the offsets of each producer id's open records
/// @param highWatermark as last seen, 0 before
/// @param lastStableOffset as last seen, 0 before
public record PartitionState(
        TopicPartition partition,
        TreePMap<Long, Slot> slots,
        PMap<Long, PVector<Long>> open,
        long highWatermark,
        long lastStableOffset) {

    static PartitionState initial(TopicPartition partition) {
        return new PartitionState(partition, TreePMap.empty(), HashTreePMap.empty(), 0, 0);
    }

    /// The next offset that will be given: a record's, or a marker's.
    public long nextOffset() {
        return slots.isEmpty() ? 0 : slots.lastKey() + 1;
    }

    public @Nullable Slot at(long offset) {
        return slots.get(offset);
    }

    PartitionState apply(LogEvent event, Envelope e, int transaction) {
        return switch (event) {
            case BatchAppended batch -> appended(batch, transaction);
            case MarkerWritten marker -> marked(marker, transaction);
            case HighWatermarkMoved(_, _, long to) ->
                    new PartitionState(partition, slots, open, to, lastStableOffset);
            case LastStableOffsetMoved(_, _, long to) ->
                    new PartitionState(partition, slots, open, highWatermark, to);
            case AbortedTransactionListed _ -> this;
        };
    }

    private PartitionState appended(BatchAppended batch, int transaction) {
        TreePMap<Long, Slot> nextSlots = slots;
        PVector<Long> offsets = open.getOrDefault(batch.producerId(), TreePVector.empty());
        Fate fate = batch.transactional() ? Fate.OPEN : Fate.PLAIN;
        for (LoggedRecord r : batch.records()) {
            nextSlots =
                    nextSlots.plus(
                            r.offset(),
                            new Slot.Data(
                                    r.offset(),
                                    r.content(),
                                    fate,
                                    batch.producerId(),
                                    batch.producerEpoch(),
                                    transaction,
                                    batch.baseOffset(),
                                    batch.lastOffset()));
            offsets = offsets.plus(r.offset());
        }
        var nextOpen = batch.transactional() ? open.plus(batch.producerId(), offsets) : open;
        return new PartitionState(partition, nextSlots, nextOpen, highWatermark, lastStableOffset);
    }

    private PartitionState marked(MarkerWritten m, int transaction) {
        Fate fate = m.outcome() == Outcome.COMMIT ? Fate.COMMITTED : Fate.ABORTED;
        TreePMap<Long, Slot> next = slots;
        for (long offset : open.getOrDefault(m.producerId(), TreePVector.empty())) {
            if (next.get(offset) instanceof Slot.Data data) {
                next = next.plus(offset, data.settled(fate));
            }
        }
        var marker =
                new Slot.Marker(
                        m.offset(), m.outcome(), m.producerId(), m.producerEpoch(), transaction);
        return new PartitionState(
                partition,
                next.plus(m.offset(), marker),
                open.minus(m.producerId()),
                highWatermark,
                lastStableOffset);
    }
}
