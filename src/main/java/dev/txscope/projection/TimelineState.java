package dev.txscope.projection;

import dev.txscope.event.Envelope;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;

/// How it came about: rows that are only ever appended; the last step and the last detail of the
/// newest click may still grow.
///
/// @param steps the indices of the rows that are not for *Details* alone
/// @param bands by the number of the transaction; 0 for what belongs to none
/// @param growingStep the index of the step that may still grow, -1 for none
/// @param growingDetail the index of the detail that may still grow, -1 for none
public record TimelineState(
        PVector<Row> rows,
        PVector<Integer> steps,
        PMap<Integer, Band> bands,
        int growingStep,
        int growingDetail) {

    /// Up to so many records of one click are shown one by one; of more, neighbours are one cell.
    public static final int RUN = 5;

    /// The rows of one transaction.
    ///
    /// @param firstRow the index of its first row
    /// @param firstStep its first step's place among all steps, from 0
    /// @param steps how many rows it has, without those for *Details*
    /// @param origin when its newest click happened, on the log's own clock
    /// @param clickSize how many records its newest click sends
    public record Band(int firstRow, int firstStep, int steps, Duration origin, int clickSize) {}

    public static TimelineState initial() {
        return new TimelineState(
                TreePVector.empty(), TreePVector.empty(), HashTreePMap.empty(), -1, -1);
    }

    public @Nullable Row last() {
        return rows.isEmpty() ? null : rows.getLast();
    }

    /// How many rows, from the first on, no later fact can change.
    public int stableRows() {
        if (growingStep < 0 || growingDetail < 0) {
            return Math.max(0, growingStep + growingDetail + 1);
        }
        return Math.min(growingStep, growingDetail);
    }

    /// The row of a step.
    ///
    /// @param step its place among all steps, from 0
    public Row step(int step) {
        return rows.get(steps.get(step));
    }

    /// How many facts a frame holds in which that many steps are seen, the last of them whole.
    public long sizeAt(int count) {
        return count <= 0 ? 0 : step(Math.min(count, steps.size()) - 1).lastSeq() + 1;
    }

    /// How many steps that transaction has taken.
    public int stepsOf(int transaction) {
        Band band = bands.get(transaction);
        return band == null ? 0 : band.steps();
    }

    /// The timeline after one more fact.
    ///
    /// @param world the state of things with that fact
    public TimelineState apply(Envelope e, World world) {
        return TimelineProjection.apply(this, e, world);
    }

    @Nullable Row growing(boolean detail) {
        int index = detail ? growingDetail : growingStep;
        return index < 0 ? null : rows.get(index);
    }

    @Nullable Row lastStep() {
        return steps.isEmpty() ? null : rows.get(steps.getLast());
    }

    TimelineState plus(Row row, Duration origin, int clickSize) {
        int step = row.detail() ? 0 : 1;
        Band before = bands.get(row.transaction());
        Band band =
                before == null
                        ? new Band(row.index(), steps.size(), step, origin, clickSize)
                        : new Band(
                                before.firstRow(),
                                before.steps() == 0 ? steps.size() : before.firstStep(),
                                before.steps() + step,
                                origin,
                                clickSize);
        return new TimelineState(
                rows.plus(row),
                row.detail() ? steps : steps.plus(row.index()),
                bands.plus(row.transaction(), band),
                row.detail() ? growingStep : row.index(),
                detailAfter(row));
    }

    /// A click ends the detail row of the click before it.
    private int detailAfter(Row row) {
        if (row.detail()) {
            return row.index();
        }
        return row.lead() ? -1 : growingDetail;
    }

    TimelineState with(Row grown) {
        return new TimelineState(
                rows.with(grown.index(), grown), steps, bands, growingStep, growingDetail);
    }
}
