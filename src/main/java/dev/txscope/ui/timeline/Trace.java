package dev.txscope.ui.timeline;

import dev.txscope.event.ProducerCall;
import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Row;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// One cause and what came of it: from the click, lane by lane, to what the consumers were given.
///
/// The way of a record is producer → partition leader, which tells the coordinator, never through
/// it; a commit or an abort goes to the coordinator, which has the marker written.
record Trace(List<Link> links, int lead) {
    static final Trace NONE = new Trace(List.of(), -1);

    Trace {
        links = List.copyOf(links);
    }

    /// An arrow from a card in one row to a card in the same or a later row.
    ///
    /// @param gutter the lane before whose left edge it runs down
    record Link(int fromRow, Lane from, Lane gutter, int toRow, Lane to) {
        boolean passes(Line line) {
            boolean between = fromRow < line.at() && line.at() < toRow;
            boolean gapBefore = line instanceof Line.Gap && line.at() == toRow && fromRow < toRow;
            return gapBefore || (between && !(line instanceof Line.Title));
        }
    }

    /// @param group the rows of one click, the click first
    static Trace of(List<Row> group) {
        if (group.isEmpty()
                || !(group.getFirst().cell(Lane.PRODUCER) instanceof Cell.Called called)) {
            return NONE;
        }
        var links = new ArrayList<Link>();
        switch (called.call()) {
            case ProducerCall.BeginTransaction _ -> {}
            case ProducerCall.InitTransactions _ -> asked(group, links);
            case ProducerCall.Send _ -> sent(group, links);
            case ProducerCall.CommitTransaction _, ProducerCall.AbortTransaction _ -> {
                asked(group, links);
                marked(group, links);
            }
        }
        return new Trace(links, group.getFirst().index());
    }

    private static void sent(List<Row> group, List<Link> links) {
        int click = group.getFirst().index();
        for (Row row : group) {
            if (row.cell(Lane.COORDINATOR) instanceof Cell.StateSaid) {
                links.add(new Link(click, Lane.PRODUCER, Lane.LOG, row.index(), Lane.COORDINATOR));
            }
            if (row.cell(Lane.LOG) instanceof Cell.Appended) {
                links.add(new Link(click, Lane.PRODUCER, Lane.LOG, row.index(), Lane.LOG));
            }
        }
        given(group, Lane.READ_UNCOMMITTED, links);
    }

    /// The first state that the coordinator wrote after the call is its answer.
    private static void asked(List<Row> group, List<Link> links) {
        Row said = first(group, Lane.COORDINATOR, Cell.StateSaid.class);
        if (said != null) {
            int click = group.getFirst().index();
            links.add(
                    new Link(
                            click,
                            Lane.PRODUCER,
                            Lane.COORDINATOR,
                            said.index(),
                            Lane.COORDINATOR));
        }
    }

    private static void marked(List<Row> group, List<Link> links) {
        Row decided = first(group, Lane.COORDINATOR, Cell.StateSaid.class);
        Row marker = first(group, Lane.LOG, Cell.MarkerAppended.class);
        if (decided != null && marker != null && decided.index() < marker.index()) {
            links.add(
                    new Link(
                            decided.index(), Lane.COORDINATOR, Lane.LOG, marker.index(), Lane.LOG));
        }
        given(group, Lane.READ_COMMITTED, links);
    }

    /// From the log's newest row to what a consumer was given out of it.
    private static void given(List<Row> group, Lane pane, List<Link> links) {
        int source = -1;
        for (Row row : group) {
            if (row.cell(Lane.LOG) instanceof Cell.Appended
                    || row.cell(Lane.LOG) instanceof Cell.MarkerAppended) {
                source = row.index();
            }
            Cell got = row.cell(pane);
            if (source >= 0 && (got instanceof Cell.Delivered || got instanceof Cell.Filtered)) {
                links.add(new Link(source, Lane.LOG, Lane.READ_UNCOMMITTED, row.index(), pane));
            }
        }
    }

    private static @Nullable Row first(List<Row> group, Lane lane, Class<? extends Cell> kind) {
        for (Row row : group) {
            if (kind.isInstance(row.cell(lane))) {
                return row;
            }
        }
        return null;
    }
}
