package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.TransactionState;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks a whole run on one partition: nothing is told before what made it happen.
///
/// Independent of the product's own rules: it looks at offsets and epochs alone.
final class Causality {
    private final Set<String> entries = new HashSet<>();
    private final Set<Integer> markerEpochs = new HashSet<>();
    private long end;
    private long highWatermark;
    private long lastStable;
    private int sends;
    private int delivered;

    private Causality() {}

    static void check(List<Envelope> facts) {
        var check = new Causality();
        facts.forEach(check::next);
    }

    private void next(Envelope fact) {
        switch (fact.event()) {
            case BatchAppended b -> {
                holds(entries.contains("Ongoing " + b.producerEpoch()), fact);
                holds(b.baseOffset() == end, fact);
                end = b.lastOffset() + 1;
            }
            case MarkerWritten m -> {
                holds(m.offset() == end && entries.contains("Prepare " + m.producerEpoch()), fact);
                end = m.offset() + 1;
                markerEpochs.add(m.producerEpoch());
            }
            case HighWatermarkMoved h -> {
                holds(h.from() == highWatermark && h.to() <= end, fact);
                highWatermark = h.to();
            }
            case LastStableOffsetMoved l -> {
                holds(l.from() == lastStable && l.to() <= highWatermark, fact);
                lastStable = l.to();
            }
            case RecordAcknowledged a -> holds(a.offset() < end, fact);
            case CallStarted c -> sends += c.call() instanceof ProducerCall.Send ? 1 : 0;
            case RecordDelivered d ->
                    holds(
                            d.consumer().isolation() == Isolation.READ_COMMITTED
                                    ? d.offset() < lastStable
                                    : ++delivered <= sends,
                            fact);
            case PositionMoved p -> holds(p.to() <= end, fact);
            case TransactionStateChanged c -> next(fact, c);
            default -> {}
        }
    }

    private void next(Envelope fact, TransactionStateChanged change) {
        if (change.state() == TransactionState.ONGOING) {
            entries.add("Ongoing " + change.epoch());
        } else if (change.state().isPrepare()) {
            entries.add("Prepare " + change.epoch());
        } else if (change.state().isComplete()) {
            holds(markerEpochs.contains(change.epoch()), fact);
        }
    }

    private static void holds(boolean truth, Envelope fact) {
        assertTrue(truth, () -> "told before its cause: " + fact);
    }
}
