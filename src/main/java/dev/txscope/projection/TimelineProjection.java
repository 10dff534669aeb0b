package dev.txscope.projection;

import dev.txscope.event.Envelope;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.projection.Cell.Acknowledged;
import dev.txscope.projection.Cell.Appended;
import dev.txscope.projection.Cell.Called;
import dev.txscope.projection.Cell.Delivered;
import dev.txscope.projection.Cell.Filtered;
import dev.txscope.projection.Cell.Held;
import dev.txscope.projection.Cell.MarkerAppended;
import dev.txscope.projection.Cell.OfRecords;
import dev.txscope.projection.Cell.PositionMoved;
import dev.txscope.projection.Cell.Rejected;
import dev.txscope.projection.Step.Weight;

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
            next = place(next, step, e);
        }
        return next;
    }

    private static TimelineState place(TimelineState s, Step step, Envelope e) {
        Row last = s.growing(step.weight() == Weight.DETAIL);
        Row grown =
                last == null
                                || step.weight() == Weight.LEAD
                                || last.transaction() != step.transaction()
                        ? null
                        : grow(s, last, step, e);
        return grown == null ? append(s, step, e) : s.with(grown);
    }

    private static @Nullable Row grow(TimelineState s, Row last, Step step, Envelope e) {
        Cell joined = joined(s, last, step, e);
        if (joined == null) {
            return null;
        }
        Row grown = last.plus(step.lane(), joined, e.seq());
        Lane beside = step.beside();
        Cell also = step.also();
        if (beside == null || also == null) {
            return grown;
        }
        Cell before = last.cell(beside);
        Cell second = before == null ? also : join(before, also);
        return second == null ? null : grown.plus(beside, second, e.seq());
    }

    /// What the row's cell in that lane becomes; null where the step needs a row of its own.
    private static @Nullable Cell joined(TimelineState s, Row last, Step step, Envelope e) {
        Cell there = last.cell(step.lane());
        boolean together = Occurred.of(e).minus(last.occurred()).compareTo(TOGETHER) <= 0;
        if (there == null) {
            return together && goesWith(last, step) ? step.cell() : null;
        }
        boolean onePoll = step.cell() instanceof Delivered || step.cell() instanceof Filtered;
        boolean run = s.clickSize() >= TimelineState.RUN;
        return run || (onePoll && together) ? join(there, step.cell()) : null;
    }

    /// The same record in another lane, or what a marker set free.
    private static boolean goesWith(Row last, Step step) {
        return step.cell() instanceof OfRecords records && speaksOf(last.cell(Lane.LOG), records);
    }

    private static boolean speaksOf(@Nullable Cell log, OfRecords records) {
        if (log instanceof Appended appended) {
            return appended.span().contains(records.span().first());
        }
        return log instanceof MarkerAppended marker && records.span().first() < marker.offset();
    }

    /// One cell for neighbours, null where they are not.
    private static @Nullable Cell join(Cell a, Cell b) {
        if (a instanceof Called(Send first, int count) && b instanceof Called(Send _, int more)) {
            return new Called(first, count + more);
        }
        if (a instanceof Appended(var s, var tx) && b instanceof Appended(var t, _)) {
            return new Appended(s.join(t), tx);
        }
        if (a instanceof Held(var s, long gate) && b instanceof Held(var t, _)) {
            return new Held(s.join(t), gate);
        }
        if (a instanceof Delivered(var s) && b instanceof Delivered(var t)) {
            return new Delivered(s.join(t));
        }
        if (a instanceof Filtered(var s) && b instanceof Filtered(var t)) {
            return new Filtered(s.join(t));
        }
        if (a instanceof Acknowledged(var s, _) && b instanceof Acknowledged(var t, var took)) {
            return new Acknowledged(s.join(t), took);
        }
        if (a instanceof PositionMoved(long from, _) && b instanceof PositionMoved(_, long to)) {
            return new PositionMoved(from, to);
        }
        if (a instanceof Rejected(int n, var why) && b instanceof Rejected(int more, _)) {
            return new Rejected(n + more, why);
        }
        return null;
    }

    private static TimelineState append(TimelineState s, Step step, Envelope e) {
        Row last = step.weight() == Weight.DETAIL ? s.last() : s.growing(false);
        Duration occurred = Occurred.of(e);
        if (last != null && occurred.compareTo(last.occurred()) < 0) {
            occurred = last.occurred();
        }
        boolean lead = step.weight() == Weight.LEAD;
        TimelineState led = lead ? s.withOrigin(occurred, clickSize(step, s.clickSize())) : s;
        Duration pause = last == null ? Duration.ZERO : occurred.minus(last.occurred());
        PMap<Lane, Cell> cells = Row.only(step.lane(), step.cell());
        if (step.beside() != null && step.also() != null) {
            cells = cells.plus(step.beside(), step.also());
        }
        return led.plus(
                new Row(
                        s.rows().size(),
                        e.seq(),
                        e.seq(),
                        e.at(),
                        occurred,
                        led.origin(),
                        pause,
                        step.transaction(),
                        step.weight() == Weight.DETAIL,
                        lead,
                        cells));
    }

    private static int clickSize(Step step, int before) {
        return step.cell() instanceof Called(Send send, _) ? send.count() : before;
    }
}
