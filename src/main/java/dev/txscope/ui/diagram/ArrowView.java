package dev.txscope.ui.diagram;

import dev.txscope.ui.diagram.DiagramGeometry.Arrow;
import dev.txscope.ui.diagram.DiagramGeometry.Point;
import dev.txscope.ui.fx.Styles;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;

import java.util.List;

/// An arrow: a line with rounded corners and a head.
final class ArrowView extends Group {
    private static final double ROUND = 0.7;
    private static final double HEAD = 0.55;
    private static final double HALF_HEAD = 0.3;

    private final Path line;
    private final Polygon head = Styles.styled(new Polygon(), "diagram-head");

    ArrowView(boolean back) {
        line = Styles.styled(new Path(), back ? "diagram-back" : "diagram-arrow");
        getChildren().addAll(line, head);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// @param em pixels per em
    /// @param left pixels to the diagram's left edge
    void show(Arrow arrow, double em, double left) {
        List<Point> at =
                arrow.points().stream().map(p -> new Point(left + p.x() * em, p.y() * em)).toList();
        line.getElements().setAll(new MoveTo(at.getFirst().x(), at.getFirst().y()));
        for (int i = 1; i < at.size() - 1; i++) {
            corner(at.get(i - 1), at.get(i), at.get(i + 1), ROUND * em);
        }
        Point from = at.get(at.size() - 2);
        Point end = at.getLast();
        Point neck = towards(end, from, HEAD * em);
        line.getElements().add(new LineTo(neck.x(), neck.y()));
        double dx = (end.x() - neck.x()) / HEAD * HALF_HEAD;
        double dy = (end.y() - neck.y()) / HEAD * HALF_HEAD;
        head.getPoints()
                .setAll(
                        end.x(),
                        end.y(),
                        neck.x() - dy,
                        neck.y() + dx,
                        neck.x() + dy,
                        neck.y() - dx);
    }

    private void corner(Point before, Point at, Point after, double round) {
        Point in = towards(at, before, round);
        Point out = towards(at, after, round);
        line.getElements()
                .addAll(
                        new LineTo(in.x(), in.y()),
                        new QuadCurveTo(at.x(), at.y(), out.x(), out.y()));
    }

    /// The point that lies so far from `from`, on the way to `to`, at most half of it.
    private static Point towards(Point from, Point to, double distance) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = Math.min(0.5, distance / Math.max(length, 1e-6));
        return new Point(
                from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
