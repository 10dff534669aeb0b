package dev.txscope.ui.timeline;

import dev.txscope.playback.Frame;
import dev.txscope.projection.Row;
import dev.txscope.projection.TimelineState;
import dev.txscope.projection.TimelineState.Band;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Makes lines of the rows, band by band. A frame costs what is new in it, not what is there: rows
/// that no fact can change any more are laid out once. But a list view looks at all that it has
/// whenever it gets more: while somebody reads older lines, new ones come in lots that grow with
/// the list.
final class Lines {
    private static final int LOTS = 64;

    private final LineList list = new LineList();
    private final Folds folds = new Folds();
    private Frame shown = Frame.empty();
    private boolean details;

    /// How many rows have their lines.
    private int laidOut;

    LineList list() {
        return list;
    }

    boolean isFolded(int transaction) {
        return folds.isFolded(transaction);
    }

    /// @param following whether the newest lines are looked at, so that settled transactions may
    ///   fold by themselves now; otherwise up to one line of 64 is left for later
    void show(Frame frame, boolean following) {
        int from = Math.min(shown.timeline().stableRows(), frame.timeline().stableRows());
        if (frame.size() < shown.size()) {
            folds.reset(frame);
            from = 0;
        } else if (following) {
            from = Math.min(from, firstRow(frame, folds.settle(frame)));
        }
        shown = frame;
        int rows = frame.timeline().rows().size();
        boolean later = !following && rows > laidOut && rows - laidOut < laidOut / LOTS;
        layOut(from, later ? laidOut : rows);
    }

    void showDetails(boolean wanted) {
        details = wanted;
        layOut(0);
    }

    void toggle(int transaction) {
        folds.toggle(transaction);
        layOut(firstRow(shown, transaction));
    }

    /// Lays out what was left for later: somebody comes near the end.
    void catchUp() {
        layOut(laidOut);
    }

    private static int firstRow(Frame frame, int transaction) {
        Band band = frame.timeline().bands().get(transaction);
        return band == null ? Integer.MAX_VALUE : band.firstRow();
    }

    private void layOut(int from) {
        layOut(from, shown.timeline().rows().size());
    }

    private void layOut(int changed, int to) {
        TimelineState timeline = shown.timeline();
        int from = Math.min(changed, laidOut);
        int start = list.indexOfRow(from);
        var tail = new ArrayList<Line>();
        Line last = start == 0 ? null : list.get(start - 1);
        for (int i = from; i < to; i++) {
            last = add(tail, last, timeline.rows().get(i), timeline);
        }
        list.replaceFrom(start, tail);
        laidOut = to;
    }

    private @Nullable Line add(
            List<Line> lines, @Nullable Line before, Row row, TimelineState timeline) {
        Line last = before;
        int number = row.transaction();
        Band own = timeline.bands().get(number);
        if (number != 0 && own != null && own.firstRow() == row.index()) {
            last = put(lines, new Line.Title(number, row.index()));
        }
        if ((number != 0 && folds.isFolded(number)) || (row.detail() && !details)) {
            return last;
        }
        int band = last == null ? 0 : last.band();
        boolean within = last instanceof Line.Step(var above, _) && above.transaction() == number;
        if (row.afterPause() && row.lead() && within) {
            put(lines, new Line.Gap(row, band));
        }
        return put(lines, new Line.Step(row, band));
    }

    private static Line put(List<Line> lines, Line line) {
        lines.add(line);
        return line;
    }
}
