package dev.txscope.cli;

import dev.txscope.cli.Findings.Delivery;
import dev.txscope.cli.Findings.Limits;
import dev.txscope.cli.Findings.Logged;
import dev.txscope.cli.Findings.Said;
import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TxEvent;
import dev.txscope.projection.PartitionState;
import dev.txscope.projection.ReaderState;
import dev.txscope.projection.Slot;
import dev.txscope.projection.Slot.Fate;
import dev.txscope.projection.World;

import java.util.ArrayList;
import java.util.List;

/// Collects what one step leads to, fact by fact.
final class Collector {
    private final List<Said> coordinator = new ArrayList<>();
    private final List<Logged> log = new ArrayList<>();
    private final List<Delivery> uncommitted = new ArrayList<>();
    private final List<Delivery> committed = new ArrayList<>();

    /// Delivered, before the log told of the record.
    private final List<RecordDelivered> early = new ArrayList<>();

    private int ended;
    private boolean failed;

    /// @param world with that fact
    void add(TxEvent event, World world) {
        switch (event) {
            case TransactionStateChanged s -> coordinator.add(new Said(s.state(), s.epoch()));
            case LogEvent l -> logged(l, world);
            case ConsumerEvent c -> consumed(c, world);
            case ProducerEvent p -> produced(p);
            case SessionEvent s -> failed |= ends(s);
        }
    }

    /// How many calls, or records of a click, have come to their end.
    int ended() {
        return ended;
    }

    /// Whether something happened after which nobody need wait any longer.
    boolean failed() {
        return failed;
    }

    /// @param world with all facts of the step
    Findings findings(World world) {
        PartitionState partition = partition(world);
        var limits =
                new Limits(
                        partition.highWatermark(),
                        partition.lastStableOffset(),
                        position(world, Isolation.READ_UNCOMMITTED),
                        position(world, Isolation.READ_COMMITTED));
        return new Findings(coordinator, log, limits, uncommitted, committed);
    }

    /// The lab's partition: it has one.
    static PartitionState partition(World world) {
        return world.partitions().values().stream()
                .findFirst()
                .orElseGet(() -> world.partition(new TopicPartition("", 0)));
    }

    private static long position(World world, Isolation isolation) {
        ReaderState reader = world.reader(isolation);
        return reader == null ? -1 : reader.position();
    }

    private void logged(LogEvent event, World world) {
        switch (event) {
            case BatchAppended batch -> {
                batch.records().forEach(r -> log.add(logged(r, batch)));
                early.removeIf(d -> given(d, world));
            }
            case MarkerWritten m ->
                    log.add(new Logged(m.offset(), null, m.outcome(), m.producerEpoch()));
            case LogEvent.HighWatermarkMoved _,
                    LogEvent.LastStableOffsetMoved _,
                    LogEvent.AbortedTransactionListed _ -> {}
        }
    }

    private static Logged logged(LoggedRecord r, BatchAppended batch) {
        return new Logged(r.offset(), r.content().value(), null, batch.producerEpoch());
    }

    private void consumed(ConsumerEvent event, World world) {
        if (event instanceof RecordDelivered d && d.consumer().group() == null) {
            if (!given(d, world)) {
                early.add(d);
            }
        }
    }

    /// Returns whether the log has told of the record, without which it has no fate.
    private boolean given(RecordDelivered d, World world) {
        if (partition(world).at(d.offset()) == null) {
            return false;
        }
        var delivery = new Delivery(d.offset(), fate(d.offset(), world));
        return switch (d.consumer().isolation()) {
            case READ_UNCOMMITTED -> uncommitted.add(delivery);
            case READ_COMMITTED -> committed.add(delivery);
        };
    }

    /// What the log has told of the record so far.
    static Fate fate(long offset, World world) {
        return partition(world).at(offset) instanceof Slot.Data data ? data.fate() : Fate.PLAIN;
    }

    private void produced(ProducerEvent event) {
        switch (event) {
            case ProducerEvent.CallStarted _, ProducerEvent.TransactionRequested _ -> {}
            case ProducerEvent.CallReturned r -> ended += r.call() instanceof Send ? 0 : 1;
            case ProducerEvent.RecordAcknowledged _ -> ended++;
            case ProducerEvent.CallFailed _,
                    ProducerEvent.RecordRejected _,
                    ProducerEvent.RequestRefused _ ->
                    failed = true;
        }
    }

    private static boolean ends(SessionEvent event) {
        return switch (event) {
            case SessionEvent.BrokerFailed _, SessionEvent.BrokerDied _ -> true;
            case SessionEvent.LabFailed(_, var why) -> why.severity() != Severity.TRANSIENT;
            case SessionEvent.BrokerStarting _,
                    SessionEvent.BrokerReady _,
                    SessionEvent.TopicReady _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceFailed _,
                    SessionEvent.ServiceStopped _,
                    SessionEvent.SettingsChosen _,
                    SessionEvent.ViewRefused _,
                    SessionEvent.ProgramFaulted _,
                    SessionEvent.FolderRefused _,
                    SessionEvent.ClockStepped _ ->
                    false;
        };
    }
}
