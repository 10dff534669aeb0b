package dev.txscope.projection;

import dev.txscope.event.Envelope;
import dev.txscope.projection.Cell.Called;
import dev.txscope.projection.Cell.Delivered;
import dev.txscope.projection.Cell.Filtered;
import dev.txscope.projection.Step.Weight;
import dev.txscope.projection.TimelineState.Band;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

import java.time.Duration;

/// Lays the steps out in rows.
///
/// A step joins the last row when it speaks of the same records in another lane within [#TOGETHER],
/// or when it continues a cell of a click with many records. Otherwise it begins a row. No row but
/// the last ever changes: a row shows what was known then.
final class TimelineProjection {
    /// Facts of the same record this close to each other are one step to a person.
    static final Duration TOGETHER = Duration.ofMillis(5);

    private TimelineProjection() {}

    static TimelineState apply(TimelineState s, Envelope e, World world) {
        TimelineState next = s;
        for (Step step : new Steps(world).of(e)) {
            Row grown = grown(next, step, e);
            next = grown == null ? append(next, step, e) : next.with(grown);
        }
        return next;
    }

    /// The last row with that step in it; null where the step needs a row of its own.
    private static @Nullable Row grown(TimelineState s, Step step, Envelope e) {
        Row last = s.growing(step.weight() == Weight.DETAIL);
        if (last == null
                || step.weight() == Weight.LEAD
                || last.transaction() != step.transaction()) {
            return null;
        }
        boolean run = clickSize(s, step.transaction()) >= TimelineState.RUN;
        Cell joined = joined(last, step, e, run);
        if (joined == null) {
            return null;
        }
        return beside(last.plus(step.lane(), joined, e.seq()), last, step, e.seq());
    }

    private static @Nullable Cell joined(Row last, Step step, Envelope e, boolean run) {
        Cell there = last.cell(step.lane());
        boolean together = run || Occurred.of(e).minus(last.occurred()).compareTo(TOGETHER) <= 0;
        if (there == null) {
            return together && CellJoin.goesWith(last, step) ? step.cell() : null;
        }
        boolean onePoll = step.cell() instanceof Delivered || step.cell() instanceof Filtered;
        return run || (onePoll && together)
                ? CellJoin.join(there, step.cell())
                : CellJoin.joinFailures(there, step.cell());
    }

    /// The row with what the same fact says in another lane; null where that does not fit in.
    private static @Nullable Row beside(Row grown, Row last, Step step, long seq) {
        Lane beside = step.beside();
        Cell also = step.also();
        if (beside == null || also == null) {
            return grown;
        }
        Cell before = last.cell(beside);
        Cell joined = before == null ? also : CellJoin.join(before, also);
        return joined == null ? null : grown.plus(beside, joined, seq);
    }

    private static TimelineState append(TimelineState s, Step step, Envelope e) {
        boolean detail = step.weight() == Weight.DETAIL;
        boolean lead = step.weight() == Weight.LEAD;
        Row last = detail ? s.last() : s.lastStep();
        Duration occurred = notBefore(Occurred.of(e), last);
        Duration pause = last == null ? Duration.ZERO : occurred.minus(last.occurred());
        Band band = s.bands().get(step.transaction());
        Duration origin = lead || band == null ? occurred : origin(s, band);
        var row =
                new Row(
                        s.rows().size(),
                        e.seq(),
                        e.seq(),
                        e.at(),
                        occurred,
                        origin,
                        pause,
                        step.transaction(),
                        detail,
                        lead,
                        cells(step));
        return s.plus(row, origin, lead ? clickSize(step) : clickSize(s, step.transaction()));
    }

    /// The click of the transaction, or what came after it outside any: a new producer ends an old
    /// one's.
    private static Duration origin(TimelineState s, Band band) {
        Band outside = s.bands().get(0);
        return outside == null || outside.origin().compareTo(band.origin()) < 0
                ? band.origin()
                : outside.origin();
    }

    private static PMap<Lane, Cell> cells(Step step) {
        PMap<Lane, Cell> cells = Row.only(step.lane(), step.cell());
        return step.beside() == null || step.also() == null
                ? cells
                : cells.plus(step.beside(), step.also());
    }

    /// The coordinator's stamp can be a little older than the row above: time runs downwards.
    private static Duration notBefore(Duration occurred, @Nullable Row last) {
        return last != null && occurred.compareTo(last.occurred()) < 0 ? last.occurred() : occurred;
    }

    private static int clickSize(Step lead) {
        return lead.cell() instanceof Called(_, int count) ? count : 1;
    }

    private static int clickSize(TimelineState s, int transaction) {
        Band band = s.bands().get(transaction);
        return band == null ? 1 : band.clickSize();
    }
}
