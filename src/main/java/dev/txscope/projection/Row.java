package dev.txscope.projection;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Duration;
import java.time.Instant;

/// One step of the timeline: facts that belong together, side by side in their lanes.
///
/// @param index its place among all rows, from 0
/// @param firstSeq its first fact
/// @param lastSeq its newest fact
/// @param at the wall clock's instant of its first fact, for display only
/// @param occurred when its first fact happened, on the log's own clock
/// @param origin when the click (or the broker) set off what this row is part of
/// @param pause since the row before it, on the log's own clock
/// @param transaction the number of its transaction, 0 for none
/// @param detail whether it is shown only with *Details*
/// @param lead whether it set something off: its time is shown in full
public record Row(
        int index,
        long firstSeq,
        long lastSeq,
        Instant at,
        Duration occurred,
        Duration origin,
        Duration pause,
        int transaction,
        boolean detail,
        boolean lead,
        PMap<Lane, Cell> cells) {

    /// A pause that a person made: it is shown as a gap.
    public static final Duration HUMAN = Duration.ofMillis(500);

    public @Nullable Cell cell(Lane lane) {
        return cells.get(lane);
    }

    /// The time since the click that set it off.
    public Duration sinceOrigin() {
        return occurred.minus(origin);
    }

    /// Whether a person paused before it.
    public boolean afterPause() {
        return pause.compareTo(HUMAN) >= 0;
    }

    Row plus(Lane lane, Cell cell, long seq) {
        return new Row(
                index,
                firstSeq,
                seq,
                at,
                occurred,
                origin,
                pause,
                transaction,
                detail,
                lead,
                cells.plus(lane, cell));
    }

    static PMap<Lane, Cell> only(Lane lane, Cell cell) {
        return HashTreePMap.singleton(lane, cell);
    }
}
