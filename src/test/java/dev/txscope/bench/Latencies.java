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
    private final Map<Isolation, Map<Long, Long>> polled = new HashMap<>();
    private long lastOffset;
    private long lastSend;

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
                acknowledged.put(lastOffset, times.seen(fact));
                sent.put(lastOffset, lastSend);
            }
            case RecordDelivered record -> {
                put(delivered, record, times.appended(fact));
                put(polled, record, times.seen(fact));
            }
            default -> {}
        }
    }

    private static void put(
            Map<Isolation, Map<Long, Long>> all, RecordDelivered record, long nanos) {
        all.computeIfAbsent(record.consumer().isolation(), _ -> new HashMap<>())
                .put(record.offset(), nanos);
    }

    /// @param also what else the rows say of the run
    List<Row> rows(String also) {
        var everything = Isolation.READ_UNCOMMITTED;
        var onlyCommitted = Isolation.READ_COMMITTED;
        // The leader answers the producer and the consumers at the same time. Where others want the
        // processor too, what lies between is about nothing, or less: its ratio is no measure.
        double quiet = also.isEmpty() ? LIMIT : Double.POSITIVE_INFINITY;
        return List.of(
                row("send called -> read_uncommitted fact" + also, sent, everything, LIMIT),
                row(
                        "acknowledged -> read_uncommitted fact" + also,
                        acknowledged,
                        everything,
                        quiet),
                polled("acknowledged -> its poll() returned" + also, acknowledged, everything),
                row("commit called -> read_committed fact" + also, committed, onlyCommitted, LIMIT),
                polled("commit called -> its poll() returned" + also, committed, onlyCommitted));
    }

    private Row row(String name, Map<Long, Long> from, Isolation isolation, double limit) {
        return row(name, from, of(delivered, isolation), isolation, limit);
    }

    /// What is left of a difference is the wait of a fact for its cause.
    private Row polled(String name, Map<Long, Long> from, Isolation isolation) {
        return row(name, from, of(polled, isolation), isolation, Double.POSITIVE_INFINITY);
    }

    private Row row(
            String name,
            Map<Long, Long> from,
            Map<Long, Long> to,
            Isolation isolation,
            double limit) {
        var theirs = Objects.requireNonNull(bare.get(isolation)).nanos();
        return new Row.Ratio(name, "ms", since(from, to), since(from, theirs), limit, true);
    }

    private static Map<Long, Long> of(Map<Isolation, Map<Long, Long>> all, Isolation isolation) {
        return Objects.requireNonNull(all.get(isolation));
    }

    private static Samples since(Map<Long, Long> from, Map<Long, Long> to) {
        return Samples.of(
                        from.entrySet().stream()
                                .map(e -> to.get(e.getKey()) - e.getValue())
                                .toList())
                .dividedBy(MILLI);
    }
}
