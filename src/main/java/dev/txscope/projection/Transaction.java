package dev.txscope.projection;

import dev.txscope.event.Content;
import dev.txscope.event.Envelope;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One transaction of this run, numbered from 1 in the order of `beginTransaction()`.
///
/// @param producerId -1 until the coordinator told it
/// @param began when `beginTransaction()` returned, on the log's own clock
/// @param counting when the coordinator began to count the timeout, by its own clock; null before
/// @param logged what of it is in the log
/// @param ended when its newest fact happened, on the log's own clock
/// @param returned when `commitTransaction()` or `abortTransaction()` returned; null before, or
///   never
/// @param cause what ended it; null while it is open
public record Transaction(
        int number,
        String producer,
        String transactionalId,
        Status status,
        long producerId,
        int epoch,
        Duration began,
        Instant beganAt,
        @Nullable Counting counting,
        Logged logged,
        Duration ended,
        @Nullable Duration returned,
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

    /// The coordinator's count-down.
    ///
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

    static Transaction begun(int number, ProducerState producer, Envelope e) {
        String id = producer.init() == null ? "" : producer.init().transactionalId();
        return new Transaction(
                number,
                producer.name(),
                id,
                Status.LOCAL,
                -1,
                -1,
                e.elapsed(),
                e.at(),
                null,
                Logged.NOTHING,
                e.elapsed(),
                null,
                null);
    }

    /// How many records of it are in the log.
    public int records() {
        return logged.count();
    }

    /// Its first records' contents.
    public List<Content> preview() {
        return logged.preview();
    }

    /// Whether nothing more can become of its records.
    public boolean settled() {
        return switch (status) {
            case COMMITTED, ABORTED, EMPTY -> true;
            case LOCAL, OPEN, COMMITTING, ABORTING -> false;
        };
    }

    /// Whether its outcome is not decided yet.
    public boolean isOpen() {
        return status == Status.LOCAL || status == Status.OPEN;
    }

    /// From `beginTransaction()` to its newest fact.
    public Duration lasted() {
        return ended.minus(began);
    }

    Transaction with(Status next, Duration at) {
        return new Transaction(
                number,
                producer,
                transactionalId,
                next,
                producerId,
                epoch,
                began,
                beganAt,
                counting,
                logged,
                later(at),
                returned,
                cause);
    }

    Transaction opened(long pid, int atEpoch, @Nullable Counting count, Duration at) {
        return new Transaction(
                number,
                producer,
                transactionalId,
                Status.OPEN,
                pid,
                atEpoch,
                began,
                beganAt,
                count,
                logged,
                later(at),
                returned,
                cause);
    }

    Transaction endedBy(Cause why) {
        return new Transaction(
                number,
                producer,
                transactionalId,
                status,
                producerId,
                epoch,
                began,
                beganAt,
                counting,
                logged,
                ended,
                returned,
                why);
    }

    Transaction returnedAt(Duration at) {
        return new Transaction(
                number,
                producer,
                transactionalId,
                status,
                producerId,
                epoch,
                began,
                beganAt,
                counting,
                logged,
                later(at),
                at,
                cause);
    }

    Transaction logged(Logged next, Duration at) {
        return new Transaction(
                number,
                producer,
                transactionalId,
                status,
                producerId,
                epoch,
                began,
                beganAt,
                counting,
                next,
                later(at),
                returned,
                cause);
    }

    static Status prepared(Outcome outcome) {
        return outcome == Outcome.COMMIT ? Status.COMMITTING : Status.ABORTING;
    }

    static Status marked(Outcome outcome) {
        return outcome == Outcome.COMMIT ? Status.COMMITTED : Status.ABORTED;
    }

    private Duration later(Duration at) {
        return at.compareTo(ended) > 0 ? at : ended;
    }
}
