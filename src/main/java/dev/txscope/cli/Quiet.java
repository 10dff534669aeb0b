package dev.txscope.cli;

import dev.txscope.event.Isolation;
import dev.txscope.event.TransactionState;
import dev.txscope.projection.CoordinatorState.Visit;
import dev.txscope.projection.PartitionState;
import dev.txscope.projection.ProducerState;
import dev.txscope.projection.ReaderState;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.World;

/// Whether everything that follows from what was done has been seen.
final class Quiet {
    /// The lab's own producer.
    static final String PRODUCER = "A";

    private Quiet() {}

    static boolean is(World world) {
        return producer(world.producer(PRODUCER), world) && readers(world) && stable(world);
    }

    private static boolean producer(ProducerState producer, World world) {
        if (producer.init() == null || producer.running() != null) {
            return false;
        }
        Visit now = world.coordinator().current(producer.init().transactionalId());
        return now != null && !now.entry().state().isPrepare();
    }

    /// Both consumers have read as far as they may.
    private static boolean readers(World world) {
        PartitionState partition = Collector.partition(world);
        return partition.nextOffset() == partition.highWatermark()
                && hasRead(world.reader(Isolation.READ_UNCOMMITTED), partition.highWatermark())
                && hasRead(world.reader(Isolation.READ_COMMITTED), partition.lastStableOffset());
    }

    private static boolean hasRead(@org.jspecify.annotations.Nullable ReaderState r, long to) {
        return r != null && r.started() && r.position() == to;
    }

    /// A transaction that ended has its marker, and the coordinator and the last stable offset
    /// know.
    private static boolean stable(World world) {
        Transaction newest = world.newestOf(PRODUCER);
        if (newest == null || newest.isOpen()) {
            return true;
        }
        PartitionState partition = Collector.partition(world);
        Visit now = world.coordinator().current(newest.transactionalId());
        return newest.settled()
                && partition.lastStableOffset() == partition.highWatermark()
                && now != null
                && now.entry().state() != TransactionState.ONGOING;
    }
}
