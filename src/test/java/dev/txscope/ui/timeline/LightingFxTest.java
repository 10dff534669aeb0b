package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.event.TransactionState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What lights up where a record or a state is pointed at.
@Tag("fx")
class LightingFxTest extends TimelineWindow {
    @Test
    void aRecordLightsUpInEveryLane() throws Exception {
        long offset = FxThread.call(this::lastOffset);
        FxThread.call(
                () -> {
                    context.highlight().subjectProperty().set(offset);
                    return settle();
                });
        assertEquals(3, FxThread.call(this::lit));
    }

    @Test
    void aStateLightsTheRowsThatSaidIt() throws Exception {
        FxThread.call(
                () -> {
                    context.highlight().subjectProperty().set(TransactionState.ONGOING);
                    return settle();
                });
        assertEquals(1, FxThread.call(this::lit));
    }

    @Test
    void focusOnARowPointsAtItsRecord() throws Exception {
        Object subject =
                FxThread.call(
                        () -> {
                            list.requestFocus();
                            list.getSelectionModel().select(list.getItems().size() - 1);
                            return context.highlight().subjectProperty().get();
                        });
        assertEquals(FxThread.call(this::lastOffset), subject);
    }
}
