package dev.txscope.text;

import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Row;
import dev.txscope.projection.TimelineState;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The rows in plain words, for tests that compare whole timelines: `1 | +3 ms | log: 0 order-1 |
/// …`.
public final class PlainTimeline {
    private PlainTimeline() {}

    /// @param details whether the rows for *Details* alone are there too
    public static List<String> of(TimelineState timeline, boolean details) {
        var cells = new CellText(Messages.in(Language.ENGLISH));
        var times = new RowText(Messages.in(Language.ENGLISH), ZoneOffset.UTC);
        var lines = new ArrayList<String>();
        for (Row row : timeline.rows()) {
            if (details || !row.detail()) {
                lines.add(line(row, times, cells));
            }
        }
        return lines;
    }

    private static String line(Row row, RowText times, CellText cells) {
        var line = new StringBuilder();
        line.append(row.transaction()).append(" | ").append(times.time(row).replace('\u00a0', ' '));
        for (Lane lane : Lane.values()) {
            Cell cell = row.cell(lane);
            if (cell != null) {
                line.append(" | ").append(lane.name().toLowerCase(java.util.Locale.ROOT));
                line.append(": ").append(cells.of(cell, false).line().replace('\u00a0', ' '));
            }
        }
        return line.toString();
    }
}
