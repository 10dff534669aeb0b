package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.projection.Lane;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneGeometryTest {

    @ParameterizedTest
    @CsvSource({
        "1010, 13, false",
        "1010, 13, true",
        "1650, 18, true",
        "900, 30, true",
        "400, 11, false"
    })
    void lanesFillTheWidthAndTheTwoConsumersShareWhatIsLeft(
            double width, double em, boolean details) {
        LaneGeometry g = LaneGeometry.of(width, em, details);
        assertEquals(width, g.right(Lane.READ_COMMITTED), 0.01);
        assertEquals(g.width(Lane.READ_UNCOMMITTED), g.width(Lane.READ_COMMITTED), 0.01);
        for (Lane lane : Lane.values()) {
            assertTrue(g.cardRight(lane) > g.cardLeft(lane), lane.name());
        }
    }
}
