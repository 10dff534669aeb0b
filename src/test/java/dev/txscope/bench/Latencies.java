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
import java.util.function.Function;

/// From a producer's moment to the fact of a consumer, and to a bare consumer's `poll()`, for
/// transactions of one record each.
final class Latencies {
    private static final double LIMIT = 1.25;
    private static final double MILLI = 1e6;

    private final FactTimes times;
    private final Map<Isolation, Map<Long, Long>> bare;
    private final Map<Long, Long> sent = new HashMap<>();
    private final Map<Long, Long> acknowledged = new HashMap<>();
    private final Map<Long, Long> committed = new HashMap<>();
    private final Map<Isolation, Map<Long, Long>> delivered = new HashMap<>();
    private final Map<Isolation, Map<Long, Long>> polled = new HashMap<>();
    private long lastOffset;
    private long lastSend;

    /// @param bare when each record was returned by a bare `poll()`, by isolation and offset
    Latencies(FactTimes times, Map<Isolation, Map<Long, Long>> bare) {
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

    /// @param labs each with readers of its own
    /// @param also what else the rows say of the run
    static List<Row> rows(List<Latencies> labs, String also) {
        var everything = Isolation.READ_UNCOMMITTED;
        var onlyCommitted = Isolation.READ_COMMITTED;
        // The leader answers the producer and the consumers at the same time. Where others want the
        // processor too, what lies between is about nothing, or less: its ratio is no measure.
        double quiet = also.isEmpty() ? LIMIT : Row.NO_LIMIT;
        return List.of(
                row(
                        "send called -> read_uncommitted fact" + also,
                        labs,
                        l -> l.spans(l.sent, l.delivered, everything),
                        LIMIT),
                row(
                        "acknowledged -> read_uncommitted fact" + also,
                        labs,
                        l -> l.spans(l.acknowledged, l.delivered, everything),
                        quiet),
                // What is left of a difference is the wait of a fact for its cause.
                row(
                        "acknowledged -> its poll() returned" + also,
                        labs,
                        l -> l.spans(l.acknowledged, l.polled, everything),
                        Row.NO_LIMIT),
                row(
                        "commit called -> read_committed fact" + also,
                        labs,
                        l -> l.spans(l.committed, l.delivered, onlyCommitted),
                        LIMIT),
                row(
                        "commit called -> its poll() returned" + also,
                        labs,
                        l -> l.spans(l.committed, l.polled, onlyCommitted),
                        Row.NO_LIMIT));
    }

    private static Row row(
            String name, List<Latencies> labs, Function<Latencies, Spans> of, double limit) {
        var spans = labs.stream().map(of).toList();
        var ours = Samples.of(spans.stream().flatMap(s -> s.ours().stream()).toList());
        var theirs = Samples.of(spans.stream().flatMap(s -> s.theirs().stream()).toList());
        return new Row.Ratio(
                name, "ms", ours.dividedBy(MILLI), theirs.dividedBy(MILLI), limit, true);
    }

    /// From the same moments to our consumer and to the bare one, in nanoseconds.
    private record Spans(List<Long> ours, List<Long> theirs) {}

    private Spans spans(
            Map<Long, Long> from, Map<Isolation, Map<Long, Long>> to, Isolation isolation) {
        return new Spans(
                since(from, Objects.requireNonNull(to.get(isolation))),
                since(from, Objects.requireNonNull(bare.get(isolation))));
    }

    private static List<Long> since(Map<Long, Long> from, Map<Long, Long> to) {
        return from.entrySet().stream().map(e -> to.get(e.getKey()) - e.getValue()).toList();
    }
}
