package dev.txscope.ui.timeline;

import dev.txscope.projection.Lane;

/// Where the lanes are, in pixels from the left edge: numbers only, the same for the header and
/// every row.
///
/// Time, producer, coordinator and log have a width in em; the two consumers share what is left
/// equally. Where a consumer would get less than [#LEAST_PANE], all lanes shrink alike.
///
/// @param em the size of the window's text in pixels
/// @param edges the left edge of time, producer, coordinator, log, the two panes, and the right
///   edge
public record LaneGeometry(double em, Edges edges) {
    private static final double TIME = 6.8;
    private static final double PRODUCER = 9.6;
    private static final double COORDINATOR = 9.3;
    private static final double COORDINATOR_DETAILS = 12.3;
    private static final double LOG = 8.7;
    private static final double LOG_DETAILS = 10.2;
    private static final double LEAST_PANE = 14;

    /// Between a lane's edge and its cards, in em: the gutters, where arrows run.
    static final double INSET = 0.45;

    /// Left edges, and the right edge of all.
    public record Edges(
            double producer,
            double coordinator,
            double log,
            double uncommitted,
            double committed,
            double end) {}

    static LaneGeometry of(double width, double em, boolean details) {
        double coordinator = details ? COORDINATOR_DETAILS : COORDINATOR;
        double log = details ? LOG_DETAILS : LOG;
        double fixed = (TIME + PRODUCER + coordinator + log) * em;
        double least = fixed + 2 * LEAST_PANE * em;
        double scale = width < least ? width / least : 1;
        double pane = (width - fixed * scale) / 2;
        double first = TIME * em * scale;
        double second = first + PRODUCER * em * scale;
        double third = second + coordinator * em * scale;
        double fourth = third + log * em * scale;
        return new LaneGeometry(
                em, new Edges(first, second, third, fourth, fourth + pane, fourth + 2 * pane));
    }

    /// The left edge of a lane; [Lane#SESSION] spans all of them.
    double left(Lane lane) {
        return switch (lane) {
            case SESSION, PRODUCER -> edges.producer;
            case COORDINATOR -> edges.coordinator;
            case LOG -> edges.log;
            case READ_UNCOMMITTED -> edges.uncommitted;
            case READ_COMMITTED -> edges.committed;
        };
    }

    double right(Lane lane) {
        return switch (lane) {
            case PRODUCER -> edges.coordinator;
            case COORDINATOR -> edges.log;
            case LOG -> edges.uncommitted;
            case READ_UNCOMMITTED -> edges.committed;
            case READ_COMMITTED, SESSION -> edges.end;
        };
    }

    double width(Lane lane) {
        return right(lane) - left(lane);
    }

    /// Where a card of that lane begins.
    double cardLeft(Lane lane) {
        return left(lane) + INSET * em + (lane == Lane.PRODUCER ? INSET * em : 0);
    }

    double cardRight(Lane lane) {
        return right(lane) - INSET * em;
    }
}
