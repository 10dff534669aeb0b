package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TxEvent;

import java.util.HashMap;
import java.util.Map;

/// What has to be in the order of facts before a given fact may follow.
///
/// | fact                                  | its cause                                            |
/// |---------------------------------------|------------------------------------------------------|
/// | record delivered, `read_committed`    | the log has that offset, and the LSO has passed it   |
/// | record delivered, `read_uncommitted`  | the `send` calls that were seen: that it was         |
/// |                                       | delivered shows by itself that the log has it        |
/// | position moved                        | as the record delivered, but the log has that offset |
/// | record acknowledged                   | its batch in the log                                 |
/// | transactional batch in the log        | the coordinator's Ongoing (KIP-890: the leader asks) |
/// | marker in the log                     | Prepare…                                             |
/// | commit or abort returned              | Prepare…, if something was sent                      |
/// | init returned                         | Empty                                                |
/// | Prepare…, Empty                       | the call that asked for it, if it was seen           |
/// | Complete…                             | the markers of the partitions that are followed      |
///
/// Not safe for use by several threads: its owner locks.
final class Causes {
    private final Map<TopicPartition, LogEnd> logs = new HashMap<>();
    private final CoordinatorCauses coordinator = new CoordinatorCauses();
    private final CallCauses calls = new CallCauses();

    /// The fact was seen, and waits for its place.
    void seen(TxEvent event) {
        if (event instanceof ProducerEvent producerEvent) {
            calls.seen(producerEvent);
        }
    }

    /// Whether all causes of the fact have their place.
    boolean allow(TxEvent event) {
        return switch (event) {
            case RecordDelivered d -> mayBeDelivered(d);
            case PositionMoved p -> log(p.partition()).readable(p.consumer(), p.to() - 1);
            case RecordAcknowledged a -> log(a.partition()).end > a.offset();
            case ProducerEvent e -> calls.allow(e);
            case BatchAppended b -> coordinator.allows(b);
            case MarkerWritten m -> coordinator.allows(m);
            case TransactionStateChanged c -> calls.allow(c) && coordinator.allows(c);
            case ConsumerStarted _, OffsetCommitted _, ConsumerFailed _, SessionEvent _ -> true;
            case HighWatermarkMoved _, LastStableOffsetMoved _, AbortedTransactionListed _ -> true;
        };
    }

    private boolean mayBeDelivered(RecordDelivered d) {
        return switch (d.consumer().isolation()) {
            case READ_UNCOMMITTED -> calls.allSent();
            case READ_COMMITTED -> log(d.partition()).readable(d.consumer(), d.offset());
        };
    }

    /// The fact got its place.
    void appended(TxEvent event) {
        switch (event) {
            case LogEvent e -> appended(e);
            case TransactionStateChanged c -> {
                coordinator.appended(c, logs.keySet());
                calls.appended(c);
            }
            case ProducerEvent e -> calls.appended(e);
            case ConsumerEvent _, SessionEvent _ -> {}
        }
    }

    private void appended(LogEvent event) {
        var log = log(event.partition());
        switch (event) {
            case BatchAppended b -> log.end = Math.max(log.end, b.lastOffset() + 1);
            case MarkerWritten m -> {
                log.end = Math.max(log.end, m.offset() + 1);
                coordinator.appended(m);
            }
            case LastStableOffsetMoved l -> log.lastStable = l.to();
            case HighWatermarkMoved _, AbortedTransactionListed _ -> {}
        }
    }

    private LogEnd log(TopicPartition partition) {
        return logs.computeIfAbsent(partition, _ -> new LogEnd());
    }

    /// How far a partition's log is known.
    private static final class LogEnd {
        private long end;
        private long lastStable;

        /// A fetch answers with the high watermark of before its records: to wait for the next
        /// answer would make each delivery late, and it tells nothing that the delivery does not
        /// prove.
        boolean readable(ConsumerEvent.ConsumerId consumer, long offset) {
            boolean open =
                    switch (consumer.isolation()) {
                        case READ_UNCOMMITTED -> true;
                        case READ_COMMITTED -> lastStable > offset;
                    };
            return open && end > offset;
        }
    }
}
