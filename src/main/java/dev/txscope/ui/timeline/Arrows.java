package dev.txscope.ui.timeline;

import dev.txscope.projection.Lane;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;

/// The part of a [Trace] that runs through one line: each line draws its own, so they scroll with
/// it.
final class Arrows extends Group {
    private static final double HEAD = 0.42;

    /// Where a line that passes under a card runs, as a part of the row's height.
    private static final double LOW = 0.97;

    private final Path path = new Path();
    private LaneGeometry geometry = LaneGeometry.of(1000, 13, false);
    private double height;

    Arrows() {
        setManaged(false);
        setMouseTransparent(true);
        path.getStyleClass().add("arrow");
    }

    void draw(Trace trace, Line line, LaneGeometry in, double rowHeight) {
        geometry = in;
        height = rowHeight;
        path.getElements().clear();
        getChildren().clear();
        for (Trace.Link link : trace.links()) {
            draw(link, line);
        }
        if (!path.getElements().isEmpty()) {
            getChildren().addFirst(path);
        }
    }

    private void draw(Trace.Link link, Line line) {
        double gutter = geometry.left(link.gutter());
        if (link.passes(line)) {
            stroke(gutter, 0, gutter, height);
            return;
        }
        if (!(line instanceof Line.Step)) {
            return;
        }
        boolean starts = line.at() == link.fromRow();
        boolean ends = line.at() == link.toRow();
        if (starts && ends) {
            across(link);
        } else if (starts) {
            stroke(geometry.cardRight(link.from()), height / 2, gutter, height / 2, gutter, height);
        } else if (ends) {
            double target = target(link.to(), gutter);
            stroke(gutter, 0, gutter, height / 2, target, height / 2);
            head(target, height / 2, target > gutter);
        }
    }

    /// In one row: straight to the neighbour, else below the lane between.
    private void across(Trace.Link link) {
        double from = geometry.cardRight(link.from());
        double target = geometry.cardLeft(link.to());
        if (link.to() == Lane.READ_COMMITTED) {
            double first = geometry.left(Lane.READ_UNCOMMITTED);
            double last = geometry.left(Lane.READ_COMMITTED);
            double low = height * LOW;
            double middle = height / 2;
            stroke(
                    from, middle, first, middle, first, low, last, low, last, middle, target,
                    middle);
        } else {
            stroke(from, height / 2, target, height / 2);
        }
        head(target, height / 2, true);
    }

    private double target(Lane to, double gutter) {
        double left = geometry.cardLeft(to);
        return left >= gutter ? left : geometry.cardRight(to);
    }

    private void stroke(double... points) {
        path.getElements().add(new MoveTo(points[0], points[1]));
        for (int i = 2; i < points.length; i += 2) {
            path.getElements().add(new LineTo(points[i], points[i + 1]));
        }
    }

    private void head(double x, double y, boolean rightwards) {
        double size = HEAD * geometry.em();
        double back = rightwards ? x - size : x + size;
        var head = new Polygon(x, y, back, y - size / 2, back, y + size / 2);
        head.getStyleClass().add("arrow-head");
        getChildren().add(head);
    }
}
