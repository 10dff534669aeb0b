package dev.txscope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.EventLog;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.LabOptions;
import dev.txscope.playback.Folder;
import dev.txscope.playback.History;
import dev.txscope.projection.Transaction.Status;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.MainWindow;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The whole window over a real broker, driven by its keys.
class WindowIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Choices CHOICES =
            new Choices(Language.ENGLISH, Theme.LIGHT, TextSize.NORMAL, false, false);

    private final EventLog log = new EventLog();
    private final History history = new History(log);
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));
    private KafkaLab lab;
    private MainWindow window;
    private Stage stage;
    private Thread folder;

    @BeforeEach
    void open() throws Exception {
        lab = new KafkaLab(LabOptions.DEFAULT, log);
        FxThread.run(
                () -> {
                    var size = new MainWindow.Size(990, 900);
                    window = new MainWindow(history, log::elapsed, lab::submit, CHOICES, size);
                    stage = new Stage();
                    stage.setScene(window.scene());
                    stage.show();
                });
        folder = actors.start("history", new Folder(log, history, window::signal));
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(() -> stage.close());
        folder.interrupt();
        lab.close();
        assertEquals(List.of(), uncaught);
    }

    @Test
    void aPersonSeesACommitAnAbortAndAnOpenTransaction() throws Exception {
        // Given
        awaitSentence("All is ready: press Begin.");
        assertTrue(disabled("#producer-commit"));

        // When
        press(KeyCode.B);
        awaitSentence("Transaction 1 has begun, but only the producer knows.");
        press(KeyCode.S);
        awaitSentence("order-1 is in the log, still open.");
        press(KeyCode.S);
        awaitSentence("order-1 and order-2 are in the log, still open.");
        press(KeyCode.C);
        awaitSentence("order-1 and order-2 are committed: both consumers have them.");
        press(KeyCode.B);
        awaitSentence("Transaction 2 has begun, but only the producer knows.");
        press(KeyCode.S);
        awaitSentence("order-3 is in the log, still open.");
        press(KeyCode.A);
        awaitSentence("order-3 was aborted, yet stays in the log from offset 3.");
        press(KeyCode.B);
        awaitSentence("Transaction 3 has begun, but only the producer knows.");
        press(KeyCode.S);
        awaitSentence("order-4 is in the log, still open.");

        // Then
        assertEquals(
                List.of(Status.COMMITTED, Status.ABORTED, Status.OPEN),
                history.latest().world().transactions().all().stream()
                        .map(t -> t.status())
                        .toList());
        assertTrue(text("#producer-status").startsWith("Transaction open · "));
        assertTrue(disabled("#producer-begin"));
        assertEquals("127.0.0.1", text("#broker-address").split(":")[0]);
    }

    @Test
    void freeModeShowsKafkasRealException() throws Exception {
        awaitSentence("All is ready: press Begin.");
        press(KeyCode.F);
        press(KeyCode.C);
        awaitSentence("Kafka’s client refused commitTransaction(): nothing changed.");
        assertTrue(text("#producer-result").startsWith("IllegalStateException: "));
        press(KeyCode.B);
        awaitSentence("Transaction 1 has begun, but only the producer knows.");
    }

    @Test
    void theLanguageAndTheThemeAreSwitchedLive() throws Exception {
        awaitSentence("All is ready: press Begin.");
        press(KeyCode.L);
        awaitSentence("Tout est prêt : appuyez sur Begin.");
        press(KeyCode.T);
        FxThread.run(
                () ->
                        assertTrue(
                                window.scene().getStylesheets().stream()
                                        .anyMatch(s -> s.endsWith("dark.css"))));
        assertEquals(Theme.DARK, FxThread.call(() -> window.choices().theme()));
    }

    private void awaitSentence(String sentence) throws Exception {
        await().atMost(LIMIT).untilAsserted(() -> assertEquals(sentence, text("#sentence-what")));
    }

    private String text(String id) throws Exception {
        return FxThread.call(() -> ((Label) node(id)).getText());
    }

    private boolean disabled(String id) throws Exception {
        return FxThread.call(() -> ((Button) node(id)).isDisabled());
    }

    private Node node(String id) {
        return window.scene().getRoot().lookup(id);
    }

    private void press(KeyCode key) throws Exception {
        FxThread.run(
                () ->
                        window.scene()
                                .getRoot()
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                key,
                                                false,
                                                false,
                                                false,
                                                false)));
    }
}
