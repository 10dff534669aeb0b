package dev.txscope.projection;

import dev.txscope.projection.Cell.Acknowledged;
import dev.txscope.projection.Cell.Appended;
import dev.txscope.projection.Cell.Delivered;
import dev.txscope.projection.Cell.Failed;
import dev.txscope.projection.Cell.Filtered;
import dev.txscope.projection.Cell.Held;
import dev.txscope.projection.Cell.MarkerAppended;
import dev.txscope.projection.Cell.OfRecords;
import dev.txscope.projection.Cell.PositionMoved;
import dev.txscope.projection.Cell.Rejected;

import org.jspecify.annotations.Nullable;

/// Which neighbours in a lane become one cell, and which cells belong into one row.
final class CellJoin {
    private CellJoin() {}

    /// One cell for both, null where they are not alike.
    static @Nullable Cell join(Cell a, Cell b) {
        if (a instanceof Appended(var s, var tx, var epoch) && b instanceof Appended(var t, _, _)) {
            return new Appended(s.join(t), tx, epoch);
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
        return joinFailures(a, b);
    }

    /// The same failure, again: one cell that counts.
    static @Nullable Cell joinFailures(Cell a, Cell b) {
        if (a instanceof Rejected(int n, var why) && b instanceof Rejected(int m, var again)) {
            return why.equals(again) ? new Rejected(n + m, why) : null;
        }
        if (a instanceof Failed(var call, int n, var why)
                && b instanceof Failed(var c, int m, var again)) {
            boolean same = call.getClass() == c.getClass() && why.equals(again);
            return same ? new Failed(call, n + m, why) : null;
        }
        return null;
    }

    /// Whether a step stands beside what the row says already: the same record in another lane, or
    /// what its marker set free.
    static boolean goesWith(Row row, Step step) {
        return step.cell() instanceof OfRecords records && speaksOf(row.cell(Lane.LOG), records);
    }

    private static boolean speaksOf(@Nullable Cell log, OfRecords records) {
        if (log instanceof Appended appended) {
            return appended.span().contains(records.span().first());
        }
        return log instanceof MarkerAppended marker && records.span().first() < marker.offset();
    }
}
