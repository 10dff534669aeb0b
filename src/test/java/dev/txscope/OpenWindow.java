package dev.txscope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.command.Command;
import dev.txscope.event.EventLog;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.LabOptions;
import dev.txscope.playback.Folder;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.MainWindow;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The whole window over a real broker, as a person has it: keys in, words out.
final class OpenWindow {
    static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Choices CHOICES =
            new Choices(Language.ENGLISH, Theme.LIGHT, TextSize.NORMAL, false, false);

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final EventLog log;
    private final History history;
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));
    private final KafkaLab lab;
    private MainWindow window;
    private Stage stage;
    private Thread folder;

    OpenWindow() {
        this(InstantSource.system());
    }

    /// @param clock the machine's, as the program reads it
    OpenWindow(InstantSource clock) {
        log = new EventLog(clock);
        history = new History(log);
        lab = new KafkaLab(LabOptions.DEFAULT, log);
    }

    void open(MainWindow.Size size, Consumer<Command> commands) throws Exception {
        FxThread.run(
                () -> {
                    window = new MainWindow(history, log::elapsed, commands, CHOICES, size);
                    stage = new Stage();
                    stage.setScene(window.scene());
                    stage.show();
                });
        folder = actors.start("history", new Folder(log, history, window::signal));
    }

    /// Nothing may have been thrown that nobody caught.
    void close() throws Exception {
        FxThread.run(() -> stage.close());
        folder.interrupt();
        lab.close();
        assertEquals(List.of(), uncaught);
    }

    EventLog log() {
        return log;
    }

    Actors actors() {
        return actors;
    }

    KafkaLab lab() {
        return lab;
    }

    MainWindow window() {
        return window;
    }

    Frame frame() {
        return history.latest();
    }

    void press(KeyCode key) throws Exception {
        FxThread.run(
                () -> {
                    Node owner = window.scene().getFocusOwner();
                    Node target = owner == null ? window.scene().getRoot() : owner;
                    target.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                });
    }

    Node node(String id) {
        return window.scene().getRoot().lookup(id);
    }

    /// What it says; nothing where there is no such label or button.
    String text(String id) throws Exception {
        return FxThread.call(() -> node(id) instanceof Labeled said ? said.getText() : "");
    }

    void awaitText(String id, String expected) {
        await().atMost(LIMIT).untilAsserted(() -> assertEquals(expected, text(id)));
    }

    void awaitSentence(String sentence) {
        awaitText("#sentence-what", sentence);
    }
}
