package dev.txscope.projection;

import dev.txscope.event.Content;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One transaction of this run, numbered from 1 in the order of `beginTransaction()`.
///
/// @param counting the coordinator's count-down; null before it knows of the transaction
/// @param logged what of it is in the log
/// @param cause what ended it; null while it is open
public record Transaction(
        int number,
        Owner owner,
        Status status,
        Timing timing,
        @Nullable Counting counting,
        Logged logged,
        @Nullable Cause cause) {

    /// What is known of the transaction.
    public enum Status {
        /// Begun in the client alone: the coordinator was not told.
        LOCAL,
        /// The coordinator says Ongoing.
        OPEN,
        /// The coordinator has decided; the marker has not been seen yet.
        COMMITTING,
        ABORTING,
        /// The marker is in the log.
        COMMITTED,
        ABORTED,
        /// It ended without a record: the coordinator never knew of it, no marker was written.
        EMPTY
    }

    /// What ended a transaction.
    public enum Cause {
        CALL,
        TIMEOUT,
        NEW_PRODUCER
    }

    /// Whose transaction it is.
    ///
    /// @param producerId -1 until the coordinator told it
    /// @param asked the command line that asked for it from outside; null where nobody did
    public record Owner(
            String producer, String transactionalId, long producerId, @Nullable String asked) {}

    /// When things happened, on the log's own clock.
    ///
    /// @param began when `beginTransaction()` returned
    /// @param ended when its newest fact happened
    /// @param returned when `commitTransaction()` or `abortTransaction()` returned; null before, or
    ///   never
    public record Timing(Duration began, Duration ended, @Nullable Duration returned) {
        Timing until(Duration at) {
            return at.compareTo(ended) > 0 ? new Timing(began, at, returned) : this;
        }

        Timing returnedAt(Duration at) {
            return new Timing(began, until(at).ended, at);
        }
    }

    /// The coordinator's count-down.
    ///
    /// @param startedAt when the coordinator began to count, by its own clock
    /// @param deadline when the coordinator may abort it, on the log's own clock
    public record Counting(Instant startedAt, Duration timeout, Duration deadline) {}

    /// What of a transaction is in the log.
    ///
    /// @param preview the first records' contents, at most [#PREVIEW]
    /// @param first the first record's offset, -1 before
    /// @param last the last record's offset, -1 before
    /// @param marker the marker's offset, -1 before
    public record Logged(List<Content> preview, int count, long first, long last, long marker) {
        static final int PREVIEW = 3;
        static final Logged NOTHING = new Logged(List.of(), 0, -1, -1, -1);

        Logged plus(BatchAppended batch) {
            Stream<Content> more = batch.records().stream().map(LoggedRecord::content);
            return new Logged(
                    Stream.concat(preview.stream(), more).limit(PREVIEW).toList(),
                    count + batch.records().size(),
                    first < 0 ? batch.baseOffset() : first,
                    batch.lastOffset(),
                    marker);
        }

        Logged markedAt(long offset) {
            return new Logged(preview, count, first, last, offset);
        }
    }

    static Transaction begun(int number, ProducerState producer, Duration at) {
        String id = producer.init() == null ? "" : producer.init().transactionalId();
        var owner = new Owner(producer.name(), id, -1, producer.asked());
        var timing = new Timing(at, at, null);
        return new Transaction(number, owner, Status.LOCAL, timing, null, Logged.NOTHING, null);
    }

    public String producer() {
        return owner.producer();
    }

    public String transactionalId() {
        return owner.transactionalId();
    }

    /// Whether somebody outside the window asked for it.
    public boolean requested() {
        return owner.asked() != null;
    }

    /// -1 until the coordinator told it.
    public long producerId() {
        return owner.producerId();
    }

    /// How many records of it are in the log.
    public int records() {
        return logged.count();
    }

    /// Its first records' contents.
    public List<Content> preview() {
        return logged.preview();
    }

    /// When its application knew that it had ended; null before.
    public @Nullable Duration returned() {
        return timing.returned();
    }

    /// Whether nothing more can become of its records.
    public boolean settled() {
        return switch (status) {
            case COMMITTED, ABORTED, EMPTY -> true;
            case LOCAL, OPEN, COMMITTING, ABORTING -> false;
        };
    }

    /// Whether the coordinator has finished it while no marker of it was seen: its records are
    /// still open to every reader. A coordinator that was just started again can skip a marker; the
    /// producer's next one settles the records.
    public boolean unmarked() {
        return settled() && records() > 0 && logged.marker() < 0;
    }

    /// Whether its outcome is not decided yet.
    public boolean isOpen() {
        return status == Status.LOCAL || status == Status.OPEN;
    }

    /// From `beginTransaction()` to its newest fact.
    public Duration lasted() {
        return timing.ended().minus(timing.began());
    }

    Transaction with(Status next, Duration at) {
        return new Transaction(number, owner, next, timing.until(at), counting, logged, cause);
    }

    Transaction opened(long producerId, @Nullable Counting count, Duration at) {
        var known = new Owner(owner.producer(), owner.transactionalId(), producerId, owner.asked());
        return new Transaction(number, known, Status.OPEN, timing.until(at), count, logged, cause);
    }

    Transaction endedBy(Cause why) {
        return new Transaction(number, owner, status, timing, counting, logged, why);
    }

    Transaction returnedAt(Duration at) {
        return new Transaction(
                number, owner, status, timing.returnedAt(at), counting, logged, cause);
    }

    Transaction logged(Logged next, Duration at) {
        return new Transaction(number, owner, status, timing.until(at), counting, next, cause);
    }

    /// The marker decides, whatever the coordinator said before.
    Transaction marked(MarkerWritten marker, Duration at) {
        boolean commit = marker.outcome() == Outcome.COMMIT;
        return with(commit ? Status.COMMITTED : Status.ABORTED, at)
                .logged(logged.markedAt(marker.offset()), at);
    }
}
