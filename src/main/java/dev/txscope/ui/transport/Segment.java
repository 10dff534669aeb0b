package dev.txscope.ui.transport;

import dev.txscope.projection.Row;
import dev.txscope.projection.TimelineState;
import dev.txscope.projection.TimelineState.Band;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.TransactionsState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A piece of the scrub bar, as parts of its length from 0 to 1.
///
/// @param transaction the number of its transaction; the first one's where several share the piece
record Segment(double from, double to, Fate fate, int transaction) {
    /// More transactions than this share pieces, so that painting costs the same however many there
    /// are.
    static final int MOST = 160;

    private static final int SAMPLES = 4;

    /// What became of it. Of a piece that several share, the first in this order is shown.
    enum Fate {
        ABORTED,
        OPEN,
        COMMITTED,
        EMPTY
    }

    static List<Segment> of(TimelineState timeline, TransactionsState transactions) {
        return transactions.all().size() <= MOST
                ? each(timeline, transactions)
                : shared(timeline, transactions);
    }

    private static List<Segment> each(TimelineState timeline, TransactionsState transactions) {
        var segments = new ArrayList<Segment>();
        double steps = timeline.steps().size();
        for (Transaction t : transactions.all()) {
            Band band = timeline.bands().get(t.number());
            if (band != null) {
                double from = band.firstStep() / steps;
                double to = Math.min(1, (band.firstStep() + band.steps()) / steps);
                segments.add(new Segment(from, to, fate(t), t.number()));
            }
        }
        return segments;
    }

    private static List<Segment> shared(TimelineState timeline, TransactionsState transactions) {
        var segments = new ArrayList<Segment>();
        int steps = timeline.steps().size();
        for (int i = 0; i < MOST; i++) {
            Transaction shown = null;
            for (int s = 0; s < SAMPLES; s++) {
                long place = (long) steps * (i * SAMPLES + s) / (MOST * SAMPLES);
                Row row = timeline.step((int) place);
                shown = graver(shown, transactions.number(row.transaction()));
            }
            if (shown != null) {
                double width = 1.0 / MOST;
                segments.add(new Segment(i * width, (i + 1) * width, fate(shown), shown.number()));
            }
        }
        return segments;
    }

    private static @Nullable Transaction graver(@Nullable Transaction a, @Nullable Transaction b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return fate(b).compareTo(fate(a)) < 0 ? b : a;
    }

    static Fate fate(Transaction t) {
        return switch (t.status()) {
            case LOCAL, OPEN, COMMITTING, ABORTING -> Fate.OPEN;
            case COMMITTED -> Fate.COMMITTED;
            case ABORTED -> Fate.ABORTED;
            case EMPTY -> Fate.EMPTY;
        };
    }
}
