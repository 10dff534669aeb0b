package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// When the newest step is kept in sight, and when a reader is left in peace.
@Tag("fx")
class FollowingFxTest extends TimelineWindow {
    @Test
    void theNewestStepIsInSight() throws Exception {
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @Test
    void itFollowsWhatComes() throws Exception {
        FxThread.call(this::more);
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 40})
    void itFollowsInAListThatGetsLowerMeanwhile(int pixels) throws Exception {
        FxThread.call(
                () -> {
                    run.abort();
                    slice.show(history.catchUp());
                    slice.view().setPadding(new Insets(pixels, 0, 0, 0));
                    return settle();
                });
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 40})
    void itStaysAtTheEndOfAListThatGetsLower(int pixels) throws Exception {
        FxThread.call(
                () -> {
                    slice.view().setPadding(new Insets(pixels, 0, 0, 0));
                    return settle();
                });
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @Test
    void readingIsNotDisturbedByWhatComes() throws Exception {
        FxThread.call(
                () -> {
                    slice.presenter().toggle(3);
                    slice.presenter().toggle(4);
                    wheel(400);
                    return settle();
                });
        List<Line> before = FxThread.call(this::seen);
        assertTrue(before.size() > 10);
        FxThread.call(this::more);
        assertEquals(before, FxThread.call(this::seen));
        assertEquals(
                "Newest (9 new steps)",
                FxThread.call(() -> newest().getText()).replace('\u00a0', ' '));
        assertTrue(FxThread.call(() -> newest().isVisible()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "PAGE_DOWN", "END"})
    void whoReadsOnGetsTheLinesThatWereLeftForLater(KeyCode key) throws Exception {
        int before =
                FxThread.call(
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                more();
                            }
                            press(KeyCode.UP);
                            return list.getItems().size();
                        });
        run.send("late");
        FxThread.call(
                () -> {
                    slice.show(history.catchUp());
                    return settle();
                });
        assertEquals(before, FxThread.call(() -> list.getItems().size()));
        FxThread.call(
                () -> {
                    press(key);
                    return settle();
                });
        assertTrue(FxThread.call(() -> list.getItems().size()) > before);
    }

    @Test
    void theButtonGoesBackToFollowing() throws Exception {
        FxThread.call(
                () -> {
                    slice.presenter().toggle(3);
                    settle();
                    wheel(400);
                    more();
                    ((javafx.scene.control.Button) newest()).fire();
                    return settle();
                });
        assertTrue(inSight(() -> list.getItems().getLast()));
        assertFalse(FxThread.call(() -> newest().isVisible()));
    }
}
