package dev.txscope.projection;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.projection.Transaction.Cause;
import dev.txscope.projection.Transaction.Counting;
import dev.txscope.projection.Transaction.Status;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The transactions of this run, by number.
///
/// | fact                    | effect                                            |
/// |-------------------------|---------------------------------------------------|
/// | begin returned          | a new transaction, known to the client alone      |
/// | coordinator: Ongoing    | OPEN, the count-down runs                         |
/// | coordinator: Prepare…   | decided, and by what                              |
/// | BatchAppended           | its records                                       |
/// | MarkerWritten           | COMMITTED or ABORTED, with those before it whose  |
/// |                         | own marker was skipped                            |
/// | commit, abort returned  | when the application knew; EMPTY if nothing went  |
///
/// @param newestById the number of each `transactional.id`'s newest transaction
public record TransactionsState(PVector<Transaction> all, PMap<String, Integer> newestById) {

    public static TransactionsState initial() {
        return new TransactionsState(TreePVector.empty(), HashTreePMap.empty());
    }

    /// The transaction with that number, null for 0: what belongs to none of this run.
    public @Nullable Transaction number(int number) {
        return number < 1 || number > all.size() ? null : all.get(number - 1);
    }

    /// Whether somebody outside asked for that one.
    boolean requested(int number) {
        Transaction t = number(number);
        return t != null && t.requested();
    }

    /// The newest transaction of that `transactional.id`.
    public @Nullable Transaction newestOf(@Nullable String transactionalId) {
        return transactionalId == null ? null : number(newestById.getOrDefault(transactionalId, 0));
    }

    /// The newest transaction of the run.
    public @Nullable Transaction newest() {
        return number(all.size());
    }

    /// The number of the transaction that this producer id is in, or was in last; 0 if unknown.
    public int ofProducerId(long producerId) {
        for (int i = producerId < 0 ? -1 : all.size() - 1; i >= 0; i--) {
            if (all.get(i).producerId() == producerId) {
                return i + 1;
            }
        }
        return 0;
    }

    TransactionsState begun(ProducerState producer, Envelope e) {
        var begun = Transaction.begun(all.size() + 1, producer, e.elapsed());
        return new TransactionsState(
                all.plus(begun), newestById.plus(begun.transactionalId(), begun.number()));
    }

    TransactionsState returned(ProducerState producer, CallReturned e, Duration at) {
        Transaction t =
                newestOf(producer.init() == null ? null : producer.init().transactionalId());
        if (t == null || !ends(e.call())) {
            return this;
        }
        Transaction known = t.returnedAt(at);
        return replace(
                t.status() == Status.LOCAL
                        ? known.with(Status.EMPTY, at).endedBy(Cause.CALL)
                        : known);
    }

    private static boolean ends(ProducerCall call) {
        return switch (call) {
            case CommitTransaction _, AbortTransaction _ -> true;
            case InitTransactions _, BeginTransaction _, ProducerCall.Send _ -> false;
        };
    }

    TransactionsState coordinated(
            TransactionStateChanged entry, ProducerState producer, Envelope e) {
        Transaction t = newestOf(entry.transactionalId());
        if (t == null) {
            return this;
        }
        Duration at = Occurred.of(e);
        boolean decided = !t.isOpen() && t.status() != Status.EMPTY;
        return switch (entry.state()) {
            case ONGOING ->
                    t.isOpen()
                            ? replace(t.opened(entry.producerId(), counting(entry, e), at))
                            : this;
            case PREPARE_COMMIT ->
                    t.isOpen()
                            ? replace(t.with(Status.COMMITTING, at).endedBy(cause(producer)))
                            : this;
            case PREPARE_ABORT ->
                    t.isOpen()
                            ? replace(t.with(Status.ABORTING, at).endedBy(cause(producer)))
                            : this;
            // Can come when the next transaction has begun already: that one is still open.
            case COMPLETE_COMMIT -> decided ? replace(t.with(Status.COMMITTED, at)) : this;
            case COMPLETE_ABORT -> decided ? replace(t.with(Status.ABORTED, at)) : this;
            case EMPTY, DEAD, PREPARE_EPOCH_FENCE -> this;
        };
    }

    /// The deadline on the log's own clock, so that a clock set back does not move it.
    private static @Nullable Counting counting(TransactionStateChanged entry, Envelope e) {
        Instant started = entry.startedAt();
        if (started == null) {
            return null;
        }
        Duration sinceStart = Duration.between(started, entry.writtenAt());
        Duration deadline = Occurred.of(e).minus(sinceStart).plus(entry.timeout());
        return new Counting(started, entry.timeout(), deadline);
    }

    private static Cause cause(ProducerState producer) {
        var running = producer.running();
        ProducerCall call = running == null ? null : running.call();
        if (call != null && ends(call)) {
            return Cause.CALL;
        }
        return call instanceof InitTransactions ? Cause.NEW_PRODUCER : Cause.TIMEOUT;
    }

    /// A batch seen before the coordinator told of its transaction belongs to no settled one.
    TransactionsState appended(BatchAppended batch, Envelope e) {
        Transaction t = number(ofProducerId(batch.producerId()));
        return t == null || t.settled()
                ? this
                : replace(t.logged(t.logged().plus(batch), Occurred.of(e)));
    }

    /// A marker settles whatever its producer has open in the log: also what is older than its own
    /// transaction, where a marker was skipped.
    TransactionsState marked(MarkerWritten m, Envelope e) {
        List<Transaction> waiting =
                all.reversed().stream()
                        .filter(t -> t.producerId() == m.producerId())
                        .takeWhile(t -> t.logged().marker() < 0)
                        .filter(t -> t.unmarked() || !t.settled())
                        .toList();
        TransactionsState next = this;
        for (Transaction t : waiting) {
            next = next.replace(t.marked(m, Occurred.of(e)));
        }
        return next;
    }

    private TransactionsState replace(Transaction t) {
        return new TransactionsState(all.with(t.number() - 1, t), newestById);
    }
}
