package dev.txscope.text;

import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Row;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/// What a row of the timeline says: when, and all its cells in one sentence.
public final class RowText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);

    private final Messages messages;
    private final CellText cells;
    private final DateTimeFormatter time;

    /// @param zone where the person is, for the wall clock's time
    public RowText(Messages messages, ZoneId zone) {
        this.messages = messages;
        cells = new CellText(messages);
        time = TIME.withZone(zone);
    }

    /// `12:04:37.1` where somebody set something off after a pause, and of what came from outside;
    /// else `+3 ms` since that click.
    public String time(Row row) {
        boolean clicked = row.lead() && (row.afterPause() || row.pause().isZero());
        boolean full = clicked || row.cell(Lane.SESSION) != null;
        return full ? time.format(row.at()) : messages.get("timeline.since", row.sinceOrigin());
    }

    /// The pause before the row: `2.6 s`.
    public String pause(Row row) {
        return messages.get("timeline.pause", row.pause());
    }

    /// The row in one sentence, lane by lane, for a screen reader.
    public String spoken(Row row, boolean details) {
        var parts = new StringJoiner("; ", time.format(row.at()) + ", " + time(row) + ": ", "");
        for (Lane lane : Lane.values()) {
            Cell cell = row.cell(lane);
            if (cell != null) {
                parts.add(lane(lane) + ": " + cells.of(cell, details).line());
            }
        }
        return parts.toString();
    }

    /// The lane's name in words.
    public String lane(Lane lane) {
        return switch (lane) {
            case SESSION -> messages.get("timeline.lane.session");
            case PRODUCER -> messages.get("timeline.lane.producer");
            case COORDINATOR -> messages.get("timeline.lane.coordinator");
            case LOG -> messages.get("timeline.lane.log");
            case READ_UNCOMMITTED -> messages.get("timeline.lane.uncommitted");
            case READ_COMMITTED -> messages.get("timeline.lane.committed");
        };
    }
}
