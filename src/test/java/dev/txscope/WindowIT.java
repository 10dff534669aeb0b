package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.projection.Transaction.Status;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.MainWindow;
import dev.txscope.ui.shell.Theme;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The whole window over a real broker, driven by its keys.
class WindowIT {
    private final OpenWindow window = new OpenWindow();

    @BeforeEach
    void open() throws Exception {
        window.open(new MainWindow.Size(990, 900), window.lab()::submit);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aPersonSeesACommitAnAbortAndAnOpenTransaction() throws Exception {
        // Given
        window.awaitSentence("All is ready: press Begin.");
        assertTrue(disabled("#producer-commit"));

        // When
        window.press(KeyCode.B);
        window.awaitSentence("Transaction 1 has begun, but only the producer knows.");
        window.press(KeyCode.S);
        window.awaitSentence("order-1 is in the log, still open.");
        window.press(KeyCode.S);
        window.awaitSentence("order-1 and order-2 are in the log, still open.");
        window.press(KeyCode.C);
        window.awaitSentence("order-1 and order-2 are committed: both consumers have them.");
        window.press(KeyCode.B);
        window.awaitSentence("Transaction 2 has begun, but only the producer knows.");
        window.press(KeyCode.S);
        window.awaitSentence("order-3 is in the log, still open.");
        window.press(KeyCode.A);
        window.awaitSentence("order-3 was aborted, yet stays in the log at offset 3.");
        window.press(KeyCode.B);
        window.awaitSentence("Transaction 3 has begun, but only the producer knows.");
        window.press(KeyCode.S);
        window.awaitSentence("order-4 is in the log, still open.");

        // Then
        assertEquals(
                List.of(Status.COMMITTED, Status.ABORTED, Status.OPEN),
                window.frame().world().transactions().all().stream().map(t -> t.status()).toList());
        assertTrue(window.text("#producer-status").startsWith("Transaction open · "));
        assertTrue(disabled("#producer-begin"));
        assertEquals("127.0.0.1", window.text("#broker-address").replaceFirst(":.*", ""));
    }

    @Test
    void freeModeShowsKafkasRealException() throws Exception {
        window.awaitSentence("All is ready: press Begin.");
        window.press(KeyCode.F);
        window.press(KeyCode.C);
        window.awaitSentence("Kafka’s client refused commitTransaction(): nothing changed.");
        assertTrue(window.text("#producer-result").startsWith("IllegalStateException: "));
        window.press(KeyCode.B);
        window.awaitSentence("Transaction 1 has begun, but only the producer knows.");
    }

    @Test
    void theLanguageAndTheThemeAreSwitchedLive() throws Exception {
        window.awaitSentence("All is ready: press Begin.");
        window.press(KeyCode.L);
        window.awaitSentence("Tout est prêt : appuyez sur Begin.");
        window.press(KeyCode.T);
        FxThread.run(
                () ->
                        assertTrue(
                                window.window().scene().getStylesheets().stream()
                                        .anyMatch(s -> s.endsWith("dark.css"))));
        assertEquals(Theme.DARK, FxThread.call(() -> window.window().choices().theme()));
    }

    private boolean disabled(String id) throws Exception {
        return FxThread.call(() -> window.node(id).isDisabled());
    }
}
