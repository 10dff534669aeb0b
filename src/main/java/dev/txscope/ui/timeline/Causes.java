package dev.txscope.ui.timeline;

import dev.txscope.projection.Row;
import dev.txscope.projection.TimelineState;

import java.util.ArrayList;
import java.util.List;

/// Finds the steps that one click set off.
final class Causes {
    /// A click sets off few steps; a longer way is not followed.
    private static final int FAR = 200;

    private Causes() {}

    /// The newest click that somebody made, and what came of it so far.
    static List<Row> newest(TimelineState timeline) {
        int last = timeline.steps().size() - 1;
        for (int i = last; i >= 0 && i > last - FAR; i--) {
            if (timeline.step(i).lead()) {
                return from(timeline, i);
            }
        }
        return List.of();
    }

    /// The click that set off that row, and what else came of it.
    static List<Row> of(TimelineState timeline, Row row) {
        int place = placeOf(timeline, row.index());
        for (int i = place; i >= 0 && i > place - FAR; i--) {
            Row candidate = timeline.step(i);
            if (candidate.lead() && belongs(candidate, row)) {
                return from(timeline, i);
            }
        }
        return List.of();
    }

    private static List<Row> from(TimelineState timeline, int leadPlace) {
        Row lead = timeline.step(leadPlace);
        var group = new ArrayList<Row>();
        int end = Math.min(timeline.steps().size(), leadPlace + FAR);
        for (int i = leadPlace; i < end; i++) {
            Row row = timeline.step(i);
            if (belongs(lead, row)) {
                group.add(row);
            }
        }
        return group;
    }

    private static boolean belongs(Row lead, Row row) {
        return lead.transaction() == row.transaction() && lead.origin().equals(row.origin());
    }

    /// The place among the steps of the last one at or before that row.
    private static int placeOf(TimelineState timeline, int row) {
        int low = 0;
        int high = timeline.steps().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.steps().get(middle) <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
