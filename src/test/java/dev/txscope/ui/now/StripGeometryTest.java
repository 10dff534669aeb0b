package dev.txscope.ui.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.ui.now.StripGeometry.Placed;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class StripGeometryTest {

    @Test
    void fewColumnsStandAtTheLeft() {
        var geometry = new StripGeometry(0, 2, 100, _ -> 30);
        assertTrue(geometry.fits());
        assertEquals(
                List.of(new Placed(0, 0, 30), new Placed(1, 30, 30), new Placed(2, 60, 30)),
                geometry.place(0.5));
    }

    @Test
    void theEndShowsTheLastColumnWholeAndCutsTheFirstOne() {
        var geometry = new StripGeometry(0, 9, 100, _ -> 40);
        assertFalse(geometry.fits());
        assertEquals(
                List.of(new Placed(7, -20, 40), new Placed(8, 20, 40), new Placed(9, 60, 40)),
                geometry.place(geometry.end()));
    }

    @Test
    void theLowestAnchorPutsTheFirstColumnAtTheLeftEdge() {
        var geometry = new StripGeometry(5, 90, 100, _ -> 40);
        assertEquals(7.5, geometry.lowest());
        assertEquals(new Placed(5, 0, 40), geometry.place(0).getFirst());
    }

    @Test
    void revealingMovesNoMoreThanItMust() {
        var geometry = new StripGeometry(0, 99, 100, _ -> 40);
        assertEquals(50.25, geometry.reveal(49, 50.25));
        assertEquals(52, geometry.reveal(51, 50.25));
        assertEquals(new Placed(20, 0, 40), geometry.place(geometry.reveal(20, 50)).getFirst());
    }

    @Test
    void movingByPixelsMovesTheColumnsByAsMany() {
        var geometry = new StripGeometry(0, 99, 100, _ -> 40);
        double before = geometry.place(50.5).getFirst().x();
        assertEquals(before - 10, geometry.place(geometry.move(10, 50.5)).getFirst().x(), 1e-9);
    }

    @Property
    void columnsTouchAndCoverTheViewport(
            @ForAll @LongRange(min = 0, max = 1_000_000) long last,
            @ForAll @DoubleRange(min = 1, max = 3000) double viewport,
            @ForAll @DoubleRange(min = -5, max = 1_000_010) double anchor) {
        var geometry = new StripGeometry(0, last, viewport, o -> 20 + 7 * (o % 5));
        List<Placed> placed = geometry.place(anchor);
        for (int i = 1; i < placed.size(); i++) {
            Placed left = placed.get(i - 1);
            assertEquals(left.offset() + 1, placed.get(i).offset());
            assertEquals(left.x() + left.width(), placed.get(i).x(), 1e-3);
        }
        Placed end = placed.getLast();
        assertTrue(placed.getFirst().x() <= 0.5);
        assertTrue(geometry.fits() || end.x() + end.width() >= viewport - 1e-3);
    }

    @Test
    void aMillionColumnsAreNotMeasured() {
        var measured = new AtomicInteger();
        var geometry =
                new StripGeometry(
                        0,
                        1_000_000,
                        1000,
                        _ -> {
                            measured.incrementAndGet();
                            return 100;
                        });
        geometry.place(geometry.reveal(500_000, geometry.end()));
        assertTrue(measured.get() < 200, "measured " + measured);
    }
}
