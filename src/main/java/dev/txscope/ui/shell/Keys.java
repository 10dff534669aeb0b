package dev.txscope.ui.shell;

import dev.txscope.projection.ProducerState.Move;
import dev.txscope.ui.producer.ProducerSlice;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.EnumMap;
import java.util.Map;

/// One key for each thing to do. While text is typed, keys that write are text.
final class Keys {
    private final Map<KeyCode, Runnable> actions = new EnumMap<>(KeyCode.class);

    Keys producer(ProducerSlice producer) {
        actions.put(KeyCode.B, () -> producer.press(Move.BEGIN));
        actions.put(KeyCode.S, () -> producer.press(Move.SEND));
        actions.put(KeyCode.C, () -> producer.press(Move.COMMIT));
        actions.put(KeyCode.A, () -> producer.press(Move.ABORT));
        actions.put(KeyCode.N, () -> producer.press(Move.START_PRODUCER));
        return on(KeyCode.F, () -> producer.freeProperty().set(!producer.freeProperty().get()));
    }

    Keys on(KeyCode key, Runnable action) {
        actions.put(key, action);
        return this;
    }

    void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> press(scene, e));
    }

    private void press(Scene scene, KeyEvent e) {
        boolean typing =
                scene.getFocusOwner() instanceof TextInputControl && !e.getCode().isFunctionKey();
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isMetaDown();
        Runnable action = actions.get(e.getCode());
        if (action != null && plain && !typing) {
            action.run();
            e.consume();
        }
    }
}
