package dev.txscope.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.ui.diagram.DiagramGeometry.Arrow;
import dev.txscope.ui.diagram.DiagramGeometry.Box;
import dev.txscope.ui.diagram.DiagramGeometry.Point;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class DiagramGeometryTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingOverlapsAndEverythingIsInside(boolean details) {
        var geometry = DiagramGeometry.of(details, !details, Double.MAX_VALUE);
        var all = new ArrayList<Box>(geometry.boxes().values());
        all.addAll(geometry.labels().values());
        all.addAll(geometry.durations().values());
        assertEquals(Stage.values().length + 6 + 2, all.size());
        for (int i = 0; i < all.size(); i++) {
            Box box = all.get(i);
            assertTrue(box.x() >= 0 && box.right() <= DiagramGeometry.WIDTH, "inside: " + box);
            assertTrue(box.y() >= 0 && box.bottom() <= geometry.height(), "inside: " + box);
            for (Box other : all.subList(i + 1, all.size())) {
                assertFalse(box.overlaps(other), box + " and " + other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void arrowsLeadToWhatReallyHappens(boolean details) {
        var geometry = DiagramGeometry.of(details, !details, Double.MAX_VALUE);
        List<String> ways = geometry.arrows().stream().map(a -> way(geometry, a)).toList();
        assertEquals(
                List.of(
                        "outside to EMPTY",
                        "EMPTY to IN_TRANSACTION",
                        "IN_TRANSACTION to PREPARE_COMMIT",
                        "IN_TRANSACTION to PREPARE_ABORT",
                        "PREPARE_COMMIT to COMMITTED",
                        "PREPARE_ABORT to ABORTED",
                        "COMMITTED to IN_TRANSACTION",
                        "ABORTED to IN_TRANSACTION"),
                ways);
    }

    private static String way(DiagramGeometry geometry, Arrow arrow) {
        return touched(geometry, arrow.points().getFirst())
                + " to "
                + touched(geometry, arrow.end());
    }

    private static String touched(DiagramGeometry geometry, Point point) {
        var near = new Box(point.x() - 1e-6, point.y() - 1e-6, 2e-6, 2e-6);
        return geometry.boxes().entrySet().stream()
                .filter(b -> b.getValue().overlaps(near))
                .map(b -> b.getKey().name())
                .findFirst()
                .orElse("outside");
    }
}
