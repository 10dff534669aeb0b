package dev.txscope.projection;

import dev.txscope.event.Isolation;
import dev.txscope.projection.CoordinatorState.Visit;
import dev.txscope.projection.ProducerState.Client;
import dev.txscope.projection.Transaction.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// The sentence about the newest transaction.
final class TransactionNarrator {
    private final World world;
    private final ProducerState producer;
    private final Transaction transaction;

    TransactionNarrator(World world, ProducerState producer, Transaction transaction) {
        this.world = world;
        this.producer = producer;
        this.transaction = transaction;
    }

    Narration tell(Duration remaining) {
        return switch (transaction.status()) {
            case LOCAL -> local();
            case OPEN -> open(remaining);
            case COMMITTING -> Narration.of("committing", records(), transaction.records());
            case ABORTING -> Narration.of("aborting", records(), transaction.records());
            case COMMITTED -> committed();
            case ABORTED -> aborted();
            case EMPTY -> Narration.of("empty", transaction.number());
        };
    }

    /// What the coordinator said last is from before this transaction: nobody told it.
    private Narration local() {
        Visit visit = world.coordinator().current(transaction.transactionalId());
        String said = visit == null ? "–" : visit.entry().state().kafkaName();
        return Narration.of(producer.sent() > 0 ? "sending" : "begun", transaction.number(), said);
    }

    private Narration open(Duration remaining) {
        if (transaction.records() == 0) {
            return Narration.of("ongoing", transaction.number());
        }
        if (remaining.isZero() || remaining.isNegative()) {
            return Narration.of("overdue", records(), transaction.records());
        }
        return new Narration(
                Message.of("sentence.open", records(), transaction.records()),
                Message.of(
                        uncommittedHas() ? "sentence.open.why" : "sentence.open.soon",
                        transaction.records(),
                        remaining));
    }

    private Narration committed() {
        if (transaction.records() == 0) {
            return Narration.of("committed.empty", transaction.number());
        }
        if (transaction.unmarked()) {
            return Narration.of("committed.unmarked", records(), transaction.records());
        }
        long marker = transaction.logged().marker();
        Duration later = world.readAfterReturn(transaction);
        if (later == null || !uncommittedHas()) {
            return Narration.of("committed.soon", records(), transaction.records(), marker);
        }
        return new Narration(
                Message.of("sentence.committed", records(), transaction.records()),
                Message.of(
                        later.isNegative()
                                ? "sentence.committed.before"
                                : "sentence.committed.after",
                        marker,
                        later.abs(),
                        next()));
    }

    private Narration aborted() {
        Cause cause = transaction.cause();
        if (transaction.records() == 0) {
            return Narration.of("aborted.empty", transaction.number());
        }
        if (cause == Cause.TIMEOUT && producer.client() == Client.IN_TRANSACTION) {
            return Narration.of("timeout", records(), transaction.records(), transaction.number());
        }
        if (transaction.unmarked()) {
            return Narration.of("aborted.unmarked", records(), transaction.records());
        }
        String key =
                switch (cause == null ? Cause.CALL : cause) {
                    case CALL -> "aborted";
                    case TIMEOUT -> "aborted.timeout";
                    case NEW_PRODUCER -> "aborted.init";
                };
        return new Narration(
                Message.of(
                        "sentence." + key,
                        records(),
                        transaction.records(),
                        transaction.logged().first()),
                Message.of(
                        uncommittedHas() && world.isPassed(transaction, Isolation.READ_COMMITTED)
                                ? "sentence.aborted.why"
                                : "sentence.aborted.soon",
                        next(),
                        transaction.records()));
    }

    private Message records() {
        var preview = transaction.preview();
        return switch (Math.min(transaction.records(), 3)) {
            case 0 -> Message.of("sentence.records.none", transaction.number());
            case 1 -> Message.of("sentence.records.one", preview.getFirst());
            case 2 -> Message.of("sentence.records.two", preview.get(0), preview.get(1));
            default ->
                    Message.of("sentence.records.many", preview.getFirst(), transaction.records());
        };
    }

    private long next() {
        PartitionState partition = partition();
        return partition == null ? 0 : partition.nextOffset();
    }

    private @Nullable PartitionState partition() {
        var topic = world.broker().partition();
        return topic == null ? null : world.partition(topic);
    }

    private boolean uncommittedHas() {
        return world.isDelivered(transaction, Isolation.READ_UNCOMMITTED);
    }
}
