package dev.txscope.bench;

import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// From a producer's moment to the fact of a consumer, and to a bare consumer's `poll()`, for
/// transactions of one record each.
final class Latencies {
    private static final double LIMIT = 1.25;
    private static final double MILLI = 1e6;

    private final FactTimes times;
    private final Map<Isolation, BareReader> bare;
    private final Map<Long, Long> sent = new HashMap<>();
    private final Map<Long, Long> acknowledged = new HashMap<>();
    private final Map<Long, Long> committed = new HashMap<>();
    private final Map<Isolation, Map<Long, Long>> delivered = new HashMap<>();
    private long lastSend;
    private long lastOffset;

    Latencies(FactTimes times, Map<Isolation, BareReader> bare) {
        this.times = times;
        this.bare = bare;
    }

    /// Takes the run's next fact.
    void add(Envelope fact) {
        switch (fact.event()) {
            case CallStarted started when started.call() instanceof Send ->
                    lastSend = times.seen(fact);
            case CallStarted started when started.call() instanceof CommitTransaction ->
                    committed.put(lastOffset, times.seen(fact));
            case RecordAcknowledged record -> {
                lastOffset = record.offset();
                sent.put(lastOffset, lastSend);
                acknowledged.put(lastOffset, times.seen(fact));
            }
            case RecordDelivered record ->
                    delivered
                            .computeIfAbsent(record.consumer().isolation(), _ -> new HashMap<>())
                            .put(record.offset(), times.appended(fact));
            default -> {}
        }
    }

    /// @param also what else the rows say of the run
    List<Row> rows(String also) {
        double none = Double.POSITIVE_INFINITY;
        return List.of(
                row("send called -> read_uncommitted", also, sent, Isolation.READ_UNCOMMITTED, none),
                row(
                        "acknowledged -> read_uncommitted",
                        also,
                        acknowledged,
                        Isolation.READ_UNCOMMITTED,
                        LIMIT),
                row(
                        "commit called -> read_committed",
                        also,
                        committed,
                        Isolation.READ_COMMITTED,
                        LIMIT));
    }

    private Row row(
            String name, String also, Map<Long, Long> from, Isolation isolation, double limit) {
        var ours = since(from, Objects.requireNonNull(delivered.get(isolation)));
        var theirs = since(from, Objects.requireNonNull(bare.get(isolation)).nanos());
        return new Row.Ratio(name + also, "ms", ours, theirs, limit, true);
    }

    private static Samples since(Map<Long, Long> from, Map<Long, Long> to) {
        return Samples.of(
                        from.entrySet().stream()
                                .map(e -> to.get(e.getKey()) - e.getValue())
                                .toList())
                .dividedBy(MILLI);
    }
}
