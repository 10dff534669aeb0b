package dev.txscope;

import dev.txscope.kafka.Actors;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A run of the main path without a person: each key as soon as its button allows it. The build
/// trains the start-up cache with it and the benchmark measures it, both in the packaged program.
///
/// On standard output, each once and at that time: `SHOWN` after the first frame, `COMPLETE` after
/// the first with the whole window, `USABLE` when Begin is allowed, `DONE` after the last
/// transaction. It closes the window when standard input has ended.
///
/// On the FX thread.
final class Rehearsal extends AnimationTimer {
    private static final List<KeyCode> KEYS =
            List.of(
                    KeyCode.B, KeyCode.S, KeyCode.C, // committed
                    KeyCode.B, KeyCode.S, KeyCode.A); // aborted

    private static final List<String> BUTTONS =
            List.of(
                    "#producer-begin",
                    "#producer-send",
                    "#producer-commit",
                    "#producer-begin",
                    "#producer-send",
                    "#producer-abort");

    /// Whoever started this reads there.
    private final PrintStream starter =
            new PrintStream(
                    new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);

    private final Map<String, @Nullable Node> found = new HashMap<>();
    private final Stage stage;
    private final int keys;
    private int pressed;
    private boolean shown;
    private boolean complete;
    private boolean usable;
    private volatile boolean ended;

    private Rehearsal(Stage stage, int transactions) {
        this.stage = stage;
        keys = transactions * KEYS.size() / 2;
    }

    /// Begins if the system property `txscope.rehearsal` gives a number of transactions.
    static void beginIfAsked(Stage stage) {
        int transactions = Integer.getInteger("txscope.rehearsal", 0);
        if (transactions > 0) {
            new Rehearsal(stage, transactions).start();
        }
    }

    @Override
    public void handle(long now) {
        if (ended) {
            stop();
            stage.close();
            return;
        }
        Scene scene = stage.getScene();
        shown = shown || say("SHOWN");
        if (button(scene, BUTTONS.getFirst()) == null) {
            return;
        }
        complete = complete || say("COMPLETE");
        if (pressed <= keys && isAllowed(button(scene, BUTTONS.get(pressed % KEYS.size())))) {
            usable = usable || say("USABLE");
            next(scene);
        }
    }

    private void next(Scene scene) {
        if (pressed < keys) {
            press(scene, KEYS.get(pressed % KEYS.size()));
            pressed++;
        } else {
            pressed++;
            say("DONE");
            point(MouseEvent.MOUSE_ENTERED_TARGET, BUTTONS.getFirst());
            point(MouseEvent.MOUSE_MOVED, BUTTONS.getFirst());
            new Actors().start("rehearsal", this::awaitEnd);
        }
    }

    /// Looked for once: what is measured would have to wait for it at each frame.
    private @Nullable Node button(Scene scene, String selector) {
        return found.computeIfAbsent(selector, scene::lookup);
    }

    private static boolean isAllowed(@Nullable Node button) {
        return button != null && !button.isDisabled();
    }

    private static void press(Scene scene, KeyCode key) {
        Node owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene.getRoot() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /// So that the cache has tooltips too; the button's is its wrapper's.
    private void point(EventType<MouseEvent> type, String selector) {
        var button = Objects.requireNonNull(found.get(selector));
        var place = button.localToScreen(button.getBoundsInLocal());
        var event =
                new MouseEvent(
                        type,
                        0,
                        0,
                        place.getCenterX(),
                        place.getCenterY(),
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null);
        Event.fireEvent(button.getParent(), event);
    }

    private void awaitEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // A broken pipe says the same as its end.
        }
        ended = true;
    }

    /// Always true: what was said is not said again.
    private boolean say(String word) {
        starter.println(word);
        return true;
    }
}
