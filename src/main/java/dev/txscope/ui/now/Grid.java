package dev.txscope.ui.now;

import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.PartitionState;
import dev.txscope.projection.ReaderState;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Slot;
import dev.txscope.projection.World;
import dev.txscope.ui.now.Column.State;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// The state of one partition and its two readers, column by column. A column is made when it is
/// asked for, so a grid of a million offsets costs as much as one of ten.
///
/// @param partition null while no fact speaks of it
/// @param everything the `read_uncommitted` consumer, null before it started
/// @param committed the `read_committed` consumer, null before it started
record Grid(
        @Nullable TopicPartition topic,
        @Nullable PartitionState partition,
        @Nullable ReaderState everything,
        @Nullable ReaderState committed) {

    static final Grid EMPTY = new Grid(null, null, null, null);

    static Grid of(World world) {
        TopicPartition topic = shown(world);
        return new Grid(
                topic,
                topic == null ? null : world.partitions().get(topic),
                world.reader(Isolation.READ_UNCOMMITTED),
                world.reader(Isolation.READ_COMMITTED));
    }

    /// The lab's partition, or the first one that any fact speaks of.
    private static @Nullable TopicPartition shown(World world) {
        if (world.broker().partition() != null) {
            return world.broker().partition();
        }
        return world.partitions().keySet().stream()
                .min(Comparator.comparing(TopicPartition::toString))
                .orElse(null);
    }

    /// The oldest offset that is known.
    long first() {
        return partition == null || partition.slots().isEmpty() ? 0 : partition.slots().firstKey();
    }

    /// The next offset, the column of the ghost.
    long next() {
        return partition == null ? 0 : partition.nextOffset();
    }

    long highWatermark() {
        return partition == null ? 0 : partition.highWatermark();
    }

    long lastStableOffset() {
        return partition == null ? 0 : partition.lastStableOffset();
    }

    /// Whether `read_committed` reads stop before the end of the log.
    boolean gated() {
        return lastStableOffset() < next();
    }

    /// Whether no fact concerned it in between: states are shared until one does, so identity
    /// tells, without a comparison record by record.
    @SuppressWarnings("ReferenceEquality")
    boolean sameAs(Grid other) {
        return topic == other.topic
                && partition == other.partition
                && everything == other.everything
                && committed == other.committed;
    }

    Column column(long offset) {
        Slot slot = partition == null ? null : partition.at(offset);
        return new Column(
                offset,
                slot,
                reading(everything, slot),
                reading(committed, slot),
                gated() && offset == Math.max(first(), lastStableOffset()),
                lastStableOffset(),
                state(offset, slot));
    }

    private State state(long offset, @Nullable Slot slot) {
        if (slot != null) {
            return State.TAKEN;
        }
        if (partition == null || partition.slots().isEmpty()) {
            return State.FIRST;
        }
        if (offset < next()) {
            return State.UNKNOWN;
        }
        return partition.open().isEmpty() ? State.NEXT : State.NEXT_OR_MARKER;
    }

    private @Nullable Reading reading(@Nullable ReaderState reader, @Nullable Slot slot) {
        return reader == null || slot == null || partition == null
                ? null
                : reader.reading(slot, partition);
    }
}
