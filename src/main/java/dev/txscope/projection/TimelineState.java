package dev.txscope.projection;

import dev.txscope.event.Envelope;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;

/// How it came about: rows that are only ever appended; the last step and the last detail may still
/// grow.
///
/// @param origin when the newest click happened, on the log's own clock
/// @param clickSize how many records the newest click sends; from [#RUN] on, neighbours are one
///   cell
/// @param lastStep the index of the last row that is not a detail, -1 for none
/// @param lastDetail the index of the last row that is a detail, -1 for none
/// @param steps how many rows each transaction has, without those for *Details*
public record TimelineState(
        PVector<Row> rows,
        Duration origin,
        int clickSize,
        int lastStep,
        int lastDetail,
        PMap<Integer, Integer> steps) {

    /// Up to so many records of one click are shown one by one.
    public static final int RUN = 5;

    public static TimelineState initial() {
        return new TimelineState(
                TreePVector.empty(), Duration.ZERO, 1, -1, -1, HashTreePMap.empty());
    }

    public @Nullable Row last() {
        return rows.isEmpty() ? null : rows.getLast();
    }

    /// How many rows, from the first on, no later fact can change.
    public int stableRows() {
        return Math.max(0, Math.min(lastStep, lastDetail));
    }

    @Nullable Row growing(boolean detail) {
        int index = detail ? lastDetail : lastStep;
        return index < 0 ? null : rows.get(index);
    }

    /// How many steps that transaction has taken.
    public int stepsOf(int transaction) {
        return steps.getOrDefault(transaction, 0);
    }

    /// The timeline after one more fact.
    ///
    /// @param world the state of things with that fact
    public TimelineState apply(Envelope e, World world) {
        return TimelineProjection.apply(this, e, world);
    }

    TimelineState withOrigin(Duration next, int size) {
        return new TimelineState(rows, next, size, lastStep, lastDetail, steps);
    }

    TimelineState plus(Row row) {
        var counted =
                row.detail()
                        ? steps
                        : steps.plus(row.transaction(), stepsOf(row.transaction()) + 1);
        return new TimelineState(
                rows.plus(row),
                origin,
                clickSize,
                row.detail() ? lastStep : row.index(),
                row.detail() ? row.index() : lastDetail,
                counted);
    }

    TimelineState with(Row grown) {
        return new TimelineState(
                rows.with(grown.index(), grown), origin, clickSize, lastStep, lastDetail, steps);
    }
}
