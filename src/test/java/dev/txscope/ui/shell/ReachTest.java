package dev.txscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.SessionEvent.SettingsChosen;
import dev.txscope.event.Setting;
import dev.txscope.event.Source;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who has no mouse, or no screen, gets everywhere and hears what it is.
@Tag("fx")
class ReachTest {
    private static final Setting LINGER =
            new Setting(
                    Setting.Component.PRODUCER, "linger.ms", "0", "5", "settings.why.linger.ms");

    private final SampleRun run = SampleRun.ofThePicture();
    private final History history = new History(run.log());
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        run.fact(new Source(Source.Kind.SESSION, "lab"), new SettingsChosen(List.of(LINGER)));
        history.catchUp();
        FxThread.run(() -> show(Language.ENGLISH));
    }

    private void show(Language language) {
        var choices = new Choices(language, Theme.LIGHT, TextSize.NORMAL, false, false);
        var size = new MainWindow.Size(1440, 860);
        window = new MainWindow(history, run.log()::elapsed, _ -> {}, choices, size);
        stage = new Stage();
        stage.setScene(window.scene());
        stage.show();
        layout();
    }

    /// Lists make their cells in a pulse: some rounds of layout stand for it.
    private void layout() {
        for (int i = 0; i < 3; i++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(() -> stage.close());
    }

    @Test
    void tabWalksFromTheTopBarThroughTheMovesAndTheGridToTheTransport() throws Exception {
        assertEquals(
                List.of(
                        "broker-copy",
                        "broker-settings",
                        "services-switch",
                        "services-open",
                        "shell-details",
                        "shell-language",
                        "shell-theme",
                        "shell-text-size",
                        "about-open",
                        "producer-free",
                        "producer-send",
                        "producer-commit",
                        "producer-abort",
                        "producer-key",
                        "producer-value",
                        "producer-count",
                        "diagram",
                        "Offset 0",
                        "Timeline",
                        "transport-start",
                        "transport-back",
                        "transport-pause",
                        "transport-scrub",
                        "transport-live"),
                FxThread.call(this::walk));
    }

    /// The stops of Tab from the first to the first again.
    private List<String> walk() {
        window.scene().getRoot().lookup("#broker-copy").requestFocus();
        var stops = new ArrayList<String>();
        var seen = new ArrayList<Node>();
        for (Node at = focus(); !seen.contains(at); at = focus()) {
            seen.add(at);
            stops.add(name(at));
            press(at, KeyCode.TAB);
        }
        return stops;
    }

    private static String name(Node node) {
        if (node.getId() != null) {
            return node.getId();
        }
        if (node.getStyleClass().contains("diagram-stage")) {
            return "diagram"; // One of its states, whichever is being played.
        }
        String said = String.valueOf(node.getAccessibleText());
        return said.split("[:—,.]", 2)[0].strip();
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, K", "FRENCH, K", "ENGLISH, F1", "FRENCH, F1"})
    void whateverTakesTheFocusHasANameAndEveryButtonATooltip(Language language, KeyCode overlay)
            throws Exception {
        FxThread.run(
                () -> {
                    stage.close();
                    show(language);
                    press(window.scene().getRoot(), overlay);
                    layout();
                    var focusable = all(Node::isFocusTraversable);
                    assertTrue(focusable.size() > 20, focusable::toString);
                    var controls =
                            focusable.stream().filter(ReachTest::isPressedOrTypedInto).toList();
                    assertEquals(List.of(), focusable.stream().filter(n -> !isNamed(n)).toList());
                    assertEquals(List.of(), controls.stream().filter(n -> !hasTip(n)).toList());
                });
    }

    @Test
    void everyRowOfTheTimelineAndEveryCellOfTheGridIsSpoken() throws Exception {
        FxThread.run(
                () -> {
                    var rows =
                            all(
                                    n ->
                                            n.isVisible()
                                                    && n instanceof ListCell<?> c
                                                    && c.getItem() != null);
                    assertTrue(rows.size() > 5, rows::toString);
                    var cells = all(n -> n.isVisible() && n.getStyleClass().contains("now-cell"));
                    assertTrue(cells.size() > 15, cells::toString);
                    assertEquals(List.of(), cells.stream().filter(c -> !isNamed(c)).toList());
                    assertEquals(List.of(), rows.stream().filter(r -> !isNamed(r)).toList());
                });
    }

    @Test
    void theSettingsOpenAndCloseByKeysAndNothingBehindThemIsReached() throws Exception {
        FxThread.run(
                () -> {
                    Node send = window.scene().getRoot().lookup("#producer-send");
                    send.requestFocus();
                    press(send, KeyCode.K);
                    layout();

                    assertEquals("settings-rows", focus().getId());
                    assertTrue(send.isDisabled());
                    var said = all(n -> n instanceof Label l && l.getText().equals("linger.ms"));
                    assertEquals(
                            "The producer, linger.ms: here 0, Kafka’s default 5. A record leaves at"
                                + " once, so that it is in the log before Abort can be pressed.",
                            said.getFirst().getAccessibleText());
                    var stops = new ArrayList<String>();
                    for (int i = 0; i < 3; i++) {
                        press(focus(), KeyCode.TAB);
                        stops.add(focus().getId());
                    }
                    assertEquals(
                            List.of("settings-copy", "settings-close", "settings-rows"), stops);

                    press(focus(), KeyCode.ESCAPE);
                    assertFalse(send.isDisabled());
                    assertEquals("producer-send", focus().getId());
                });
    }

    @Test
    void theBrokersChipOpensTheSettingsInTheLanguageThatIsShown() throws Exception {
        FxThread.run(
                () -> {
                    ((Button) window.scene().getRoot().lookup("#shell-language")).fire();
                    ((Button) window.scene().getRoot().lookup("#broker-settings")).fire();
                    layout();
                    assertEquals(
                            1,
                            all(n -> n instanceof Label l && l.getText().equals("Le producteur"))
                                    .size());
                });
    }

    private Node focus() {
        return window.scene().getFocusOwner();
    }

    private static boolean isNamed(Node node) {
        boolean words = node instanceof Labeled l && l.getText() != null && !l.getText().isBlank();
        return words || (node.getAccessibleText() != null && !node.getAccessibleText().isBlank());
    }

    private static boolean isPressedOrTypedInto(Node node) {
        return node instanceof ButtonBase || node instanceof TextInputControl;
    }

    /// A control's help is its tooltip's words where it has none of its own.
    private static boolean hasTip(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.HELP) instanceof String help
                && !help.isBlank();
    }

    private List<Node> all(Predicate<Node> wanted) {
        return below(window.scene().getRoot()).filter(wanted).toList();
    }

    private static Stream<Node> below(Node node) {
        var children =
                node instanceof Parent p
                        ? p.getChildrenUnmodifiable().stream().flatMap(ReachTest::below)
                        : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), children);
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
