package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Folding a band by its key.
@Tag("fx")
class FoldingFxTest extends TimelineWindow {
    @Test
    void spaceFoldsTheBandOfTheRowThatHasTheFocus() throws Exception {
        int band =
                FxThread.call(
                        () -> {
                            list.requestFocus();
                            list.getSelectionModel().select(list.getItems().size() - 1);
                            press(KeyCode.SPACE);
                            settle();
                            return list.getSelectionModel().getSelectedItem().band();
                        });
        assertEquals(13, band);
        assertTrue(FxThread.call(() -> slice.presenter().isFolded(13)));
        FxThread.call(
                () -> {
                    press(KeyCode.ENTER);
                    return settle();
                });
        assertFalse(FxThread.call(() -> slice.presenter().isFolded(13)));
    }
}
