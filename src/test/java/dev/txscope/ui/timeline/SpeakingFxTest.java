package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.text.Language;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// What the timeline says, to the eye and to a screen reader.
@Tag("fx")
class SpeakingFxTest extends TimelineWindow {
    @Test
    void everyLineInSightHasANameForAScreenReader() throws Exception {
        List<String> names =
                FxThread.call(
                        () ->
                                cells().stream()
                                        .map(
                                                c ->
                                                        Objects.requireNonNullElse(
                                                                c.getAccessibleText(), ""))
                                        .toList());
        assertFalse(names.isEmpty());
        assertFalse(names.contains(""));
    }

    @Test
    void theLanguageIsSwitchedLive() throws Exception {
        FxThread.call(
                () -> {
                    context.texts().languageProperty().set(Language.FRENCH);
                    return settle();
                });
        String all = FxThread.call(() -> slice.view().lookupAll(".label").toString());
        assertTrue(all.contains("livré"), all);
        assertFalse(all.contains("delivered"), all);
    }
}
