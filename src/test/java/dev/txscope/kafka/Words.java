package dev.txscope.kafka;

import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.ProducerEvent.RequestRefused;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.Source;
import dev.txscope.event.TxEvent;

import java.util.List;
import java.util.stream.Collectors;

/// Facts in a few words, so that a whole run can be compared at a glance.
final class Words {
    private Words() {}

    /// The facts of one kind of source, in order.
    static List<String> of(List<Envelope> facts, Source.Kind kind) {
        return facts.stream()
                .filter(e -> e.source().kind() == kind)
                .map(e -> of(e.event()))
                .toList();
    }

    /// The facts of one consumer, in order.
    static List<String> of(List<Envelope> facts, Isolation isolation) {
        return facts.stream()
                .filter(e -> e.source().name().equals(isolation.kafkaName()))
                .map(e -> of(e.event()))
                .toList();
    }

    static List<String> of(List<Envelope> facts) {
        return facts.stream().map(e -> of(e.event())).toList();
    }

    static String of(TxEvent event) {
        return switch (event) {
            case TransactionRequested(_, var statement) -> "asked: " + statement;
            case RequestRefused(_, var statement, _) -> "refused: " + statement;
            case CallStarted(_, _, var call) -> name(call) + " called";
            case CallReturned(_, _, var call, _) -> name(call) + " returned";
            case CallFailed(_, _, var call, _, var why) -> name(call) + " threw " + why.type();
            case RecordAcknowledged(_, _, _, long offset, _) -> "acknowledged " + offset;
            case RecordRejected(_, _, var why) -> "rejected " + why.type();
            case TransactionStateChanged c ->
                    c.state().kafkaName() + " epoch " + c.epoch() + " " + c.partitions();
            case BatchAppended b -> "batch epoch " + b.producerEpoch() + " " + records(b);
            case MarkerWritten m ->
                    m.outcome() + " marker " + m.offset() + " epoch " + m.producerEpoch();
            case HighWatermarkMoved(_, long from, long to) -> "HW " + from + "→" + to;
            case LastStableOffsetMoved(_, long from, long to) -> "LSO " + from + "→" + to;
            case AbortedTransactionListed(_, _, long first) -> "aborted list: from " + first;
            case ConsumerStarted(var id, _, long at) -> name(id) + " starts at " + at;
            case RecordDelivered d ->
                    name(d.consumer()) + " got " + d.offset() + " " + d.content().value();
            case PositionMoved(var id, _, long from, long to) ->
                    name(id) + " position " + from + "→" + to;
            case OffsetCommitted(var id, _, long next) -> name(id) + " committed " + next;
            case ConsumerFailed(var id, var why) -> name(id) + " threw " + why.type();
            case SessionEvent s -> s.getClass().getSimpleName();
        };
    }

    private static String records(BatchAppended batch) {
        return batch.records().stream()
                .map(r -> r.offset() + " " + value(r))
                .collect(Collectors.joining(", "));
    }

    private static String value(LoggedRecord record) {
        return String.valueOf(record.content().value());
    }

    private static String name(ConsumerId id) {
        return id.isolation().kafkaName();
    }

    private static String name(ProducerCall call) {
        return call.getClass().getSimpleName();
    }
}
