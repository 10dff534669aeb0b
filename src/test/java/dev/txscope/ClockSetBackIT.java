package dev.txscope;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.projection.Transaction.Status;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.MainWindow;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// The machine's clock is set back by an hour while a transaction is open in the window.
class ClockSetBackIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern LEFT = Pattern.compile("Transaction open · (\\d+)\\hs left");

    private volatile Duration back = Duration.ZERO;
    private final OpenWindow window = new OpenWindow(() -> Instant.now().minus(back));

    @BeforeEach
    void open() throws Exception {
        window.open(MainWindow.Size.INITIAL, window.lab()::submit);
        window.awaitSentence("All is ready: press Begin.");
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theWindowSaysSoAndWhatItShowsStaysTrue() throws Exception {
        window.press(KeyCode.B);
        window.awaitSentence("Transaction 1 has begun, but only the producer knows.");
        window.press(KeyCode.S);
        window.awaitSentence("order-1 is in the log, still open.");
        long before = left();

        back = HOUR;
        window.press(KeyCode.S);
        window.awaitSentence("order-1 and order-2 are in the log, still open.");
        var stepped =
                window.log()
                        .await(0, e -> e.event() instanceof ClockStepped, OpenWindow.LIMIT)
                        .event();
        long off = ((ClockStepped) stepped).by().plus(HOUR).abs().toSeconds();
        assertTrue(off < 2, stepped::toString);
        await().atMost(OpenWindow.LIMIT).until(() -> says("this machine’s clock was set back by"));
        assertTrue(left() <= before, "the time that is left has grown");

        window.press(KeyCode.C);
        window.awaitSentence("order-1 and order-2 are committed: both consumers have them.");
        assertEquals(
                List.of(Status.COMMITTED),
                window.frame().world().transactions().all().stream().map(t -> t.status()).toList());
        assertTrue(
                window.text("#producer-result").matches(".*\\d\\hm?s"),
                window.text("#producer-result"));
    }

    private boolean says(String words) throws Exception {
        return FxThread.call(
                () ->
                        window.window().scene().getRoot().lookupAll(".label").stream()
                                .anyMatch(
                                        n ->
                                                n instanceof Labeled l
                                                        && l.getText().contains(words)));
    }

    private long left() throws Exception {
        String said = window.text("#producer-status");
        var found = LEFT.matcher(said);
        assertTrue(found.matches(), said);
        return Long.parseLong(found.group(1));
    }
}
