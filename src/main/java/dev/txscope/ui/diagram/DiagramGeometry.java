package dev.txscope.ui.diagram;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where everything stands in the diagram, in em from its top left corner.
///
/// @param boxes each state's place
/// @param arrows in no order
/// @param labels the words beside the arrows
/// @param durations where a Prepare state's duration is written
/// @param height of the whole diagram
record DiagramGeometry(
        Map<Stage, Box> boxes,
        List<Arrow> arrows,
        Map<Words, Box> labels,
        Map<Stage, Box> durations,
        double height) {

    static final double WIDTH = 17;

    private static final Box NONE = new Box(0, 0, 0, 0);
    private static final double MIDDLE = WIDTH / 2;
    private static final double MARGIN = 0.9;
    private static final double WIDE = 7.4;
    private static final double BELOW_START = 1.5;
    private static final double BELOW_EMPTY = 2.7;
    private static final double BELOW_OPEN = 2.5;

    /// Words as large as the states' names need more room between them.
    private static final double MORE = 0.4;

    private static final double BELOW_PREPARE = 2;

    private static final double BOTTOM = 0.2;

    /// The least part of what should be between the states.
    private static final double LEAST = 0.4;

    /// What is written beside an arrow.
    enum Words {
        INIT,
        BEGIN,
        AGAIN,
        COMMIT,
        ABORT,
        MARKERS
    }

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double centerX() {
            return x + width / 2;
        }

        double centerY() {
            return y + height / 2;
        }

        boolean overlaps(Box other) {
            return x < other.right()
                    && other.x < right()
                    && y < other.bottom()
                    && other.y < bottom();
        }
    }

    /// A line through the points, with its head at the last one.
    ///
    /// @param back whether it leads to where the next transaction starts
    record Arrow(List<Point> points, boolean back) {
        static Arrow of(Point from, Point to) {
            return new Arrow(List.of(from, to), false);
        }

        Point end() {
            return points.getLast();
        }

        Point beforeEnd() {
            return points.get(points.size() - 2);
        }
    }

    /// @param details whether each state also says Kafka's own name, on a second line
    /// @param large whether the words beside the arrows are as large as the states' names
    /// @param room the height that it may take; between the states it gives way, up to a point
    static DiagramGeometry of(boolean details, boolean large, double room) {
        double more = large ? MORE : 0;
        double tall = details ? 2.9 : 2.05;
        double between = BELOW_START + BELOW_EMPTY + BELOW_OPEN + BELOW_PREPARE + 2 * more;
        double part = Math.clamp((room - 4 * tall - BOTTOM) / between, LEAST, 1);
        double empty = part * BELOW_START;
        double open = empty + tall + part * (BELOW_EMPTY + more);
        double prepare = open + tall + part * (BELOW_OPEN + more);
        double complete = prepare + tall + part * BELOW_PREPARE;
        double right = WIDTH - MARGIN - WIDE;
        var boxes = new EnumMap<Stage, Box>(Stage.class);
        boxes.put(Stage.EMPTY, new Box(MIDDLE - 3.3, empty, 6.6, tall));
        boxes.put(Stage.IN_TRANSACTION, new Box(MIDDLE - 4.2, open, 8.4, tall));
        boxes.put(Stage.PREPARE_COMMIT, new Box(MARGIN, prepare, WIDE, tall));
        boxes.put(Stage.PREPARE_ABORT, new Box(right, prepare, WIDE, tall));
        boxes.put(Stage.COMMITTED, new Box(MARGIN, complete, WIDE, tall));
        boxes.put(Stage.ABORTED, new Box(right, complete, WIDE, tall));
        return new DiagramGeometry(
                boxes, arrows(boxes), labels(boxes), durations(boxes), complete + tall + BOTTOM);
    }

    private static List<Arrow> arrows(Map<Stage, Box> boxes) {
        Box empty = box(boxes, Stage.EMPTY);
        Box open = box(boxes, Stage.IN_TRANSACTION);
        return List.of(
                Arrow.of(new Point(MIDDLE, 0), new Point(MIDDLE, empty.y())),
                Arrow.of(new Point(MIDDLE, empty.bottom()), new Point(MIDDLE, open.y())),
                fork(open, box(boxes, Stage.PREPARE_COMMIT), -1),
                fork(open, box(boxes, Stage.PREPARE_ABORT), 1),
                down(box(boxes, Stage.PREPARE_COMMIT), box(boxes, Stage.COMMITTED)),
                down(box(boxes, Stage.PREPARE_ABORT), box(boxes, Stage.ABORTED)),
                again(box(boxes, Stage.COMMITTED).x(), box(boxes, Stage.COMMITTED), open.x(), open),
                again(
                        box(boxes, Stage.ABORTED).right(),
                        box(boxes, Stage.ABORTED),
                        open.right(),
                        open));
    }

    private static Arrow fork(Box open, Box prepare, int side) {
        return Arrow.of(
                new Point(MIDDLE + side * 2, open.bottom()),
                new Point(MIDDLE + side * 3, prepare.y()));
    }

    private static Arrow down(Box from, Box to) {
        return Arrow.of(new Point(from.centerX(), from.bottom()), new Point(to.centerX(), to.y()));
    }

    /// Around the outside, to the state that the next transaction's first record leads to.
    private static Arrow again(double fromX, Box from, double toX, Box open) {
        double outside = fromX < MIDDLE ? 0.3 : WIDTH - 0.3;
        return new Arrow(
                List.of(
                        new Point(fromX, from.centerY()),
                        new Point(outside, from.centerY()),
                        new Point(outside, open.centerY()),
                        new Point(toX, open.centerY())),
                true);
    }

    private static Map<Words, Box> labels(Map<Stage, Box> boxes) {
        Box empty = box(boxes, Stage.EMPTY);
        Box open = box(boxes, Stage.IN_TRANSACTION);
        Box prepare = box(boxes, Stage.PREPARE_COMMIT);
        double beside = MIDDLE + 0.4;
        double half = WIDTH - beside;
        double begin = empty.bottom() + 0.2;
        double fork = open.bottom() + 0.1;
        double forked = prepare.y() - open.bottom() - 0.2;
        double begun = open.y() - empty.bottom() - 0.4;
        return Map.of(
                Words.INIT, new Box(beside, 0, half, BELOW_START - 0.2),
                Words.BEGIN, new Box(beside, begin, half, begun),
                Words.AGAIN, new Box(0.3, begin, MIDDLE - 0.7, begun),
                Words.COMMIT, new Box(0.6, fork, 4.7, forked),
                Words.ABORT, new Box(11.7, fork, 5.2, forked),
                Words.MARKERS,
                        new Box(
                                prepare.centerX() + 0.3,
                                prepare.bottom() + 0.2,
                                WIDTH - 2 * prepare.centerX() - 0.6,
                                BELOW_PREPARE - 0.4));
    }

    private static Map<Stage, Box> durations(Map<Stage, Box> boxes) {
        Box commit = box(boxes, Stage.PREPARE_COMMIT);
        Box abort = box(boxes, Stage.PREPARE_ABORT);
        double y = commit.bottom() + 0.2;
        double width = commit.width() / 2 - 0.3;
        double height = BELOW_PREPARE - 0.4;
        return Map.of(
                Stage.PREPARE_COMMIT, new Box(commit.x(), y, width, height),
                Stage.PREPARE_ABORT, new Box(abort.centerX() + 0.3, y, width, height));
    }

    /// Whether there is room between the states for the words beside the arrows.
    boolean hasRoomForWords() {
        return box(Stage.IN_TRANSACTION).y() - box(Stage.EMPTY).bottom() >= BELOW_EMPTY * 0.8;
    }

    Box box(Stage stage) {
        return box(boxes, stage);
    }

    Box box(Words words) {
        return box(labels, words);
    }

    /// Beside the arrow that leaves that Prepare state.
    Box durationBox(Stage prepare) {
        return box(durations, prepare);
    }

    private static <K> Box box(Map<K, Box> boxes, K of) {
        return boxes.getOrDefault(of, NONE);
    }
}
