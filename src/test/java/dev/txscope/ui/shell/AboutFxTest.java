package dev.txscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.about.Program;
import dev.txscope.ui.control.FxThread;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// What the program says of itself, by keys alone.
@Tag("fx")
class AboutFxTest {
    private final SampleRun run = SampleRun.ofThePicture();
    private final AtomicInteger asked = new AtomicInteger();
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        var history = new History(run.log());
        history.catchUp();
        var choices = new Choices(Language.ENGLISH, Theme.LIGHT, TextSize.LARGER, false, false);
        FxThread.run(
                () -> {
                    var size = new MainWindow.Size(1280, 720);
                    window = new MainWindow(history, run.log()::elapsed, _ -> {}, choices, size);
                    window.setProgram(this::program);
                    stage = new Stage();
                    stage.setScene(window.scene());
                    stage.show();
                });
    }

    private Program program() {
        asked.incrementAndGet();
        return new Program("9.8.7", "4.4.0", Path.of("/var/logs"), AboutFxTest::property);
    }

    private static String property(String name) {
        return switch (name) {
            case "java.class.path" -> "/x/kafka-clients-4.4.0.jar:/x/re2j-1.8.jar";
            case "path.separator" -> ":";
            case "java.vm.vendor" -> "a vendor whose name is longer than any line has room for";
            default -> System.getProperty(name, "");
        };
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(() -> stage.close());
    }

    @Test
    void nothingOfItIsThereBeforeItIsOpened() throws Exception {
        FxThread.run(
                () -> {
                    assertEquals(0, asked.get());
                    assertEquals(0, window.scene().getRoot().lookupAll(".about").size());
                    press(KeyCode.F1);
                    press(KeyCode.ESCAPE);
                    press(KeyCode.F1);
                    assertEquals(1, asked.get());
                    assertEquals(1, window.scene().getRoot().lookupAll(".about").size());
                });
    }

    @Test
    void itOpensByKeyWhileTextIsTypedTellsTheVersionsAndClosesByEsc() throws Exception {
        FxThread.run(
                () -> {
                    node("#producer-value").requestFocus();
                    press(KeyCode.F1);
                    assertEquals("about-components", focus().getId());
                    assertTrue(node("#producer-send").isDisabled());
                    String said = said();
                    for (String version :
                            List.of("9.8.7", "4.4.0", System.getProperty("java.runtime.version"))) {
                        assertTrue(said.contains(version), said);
                    }
                    press(KeyCode.ESCAPE);
                    assertFalse(node("#producer-send").isDisabled());
                    assertEquals("producer-value", focus().getId());
                });
    }

    @Test
    void tabWalksThroughItAndNowhereElse() throws Exception {
        FxThread.run(
                () -> {
                    ((Button) node("#about-open")).fire();
                    var stops = new ArrayList<String>();
                    for (int i = 0; i < 5; i++) {
                        press(KeyCode.TAB);
                        stops.add(focus().getId());
                    }
                    assertEquals(
                            List.of(
                                    "about-licence",
                                    "about-copy",
                                    "about-copy-folder",
                                    "about-close",
                                    "about-components"),
                            stops);
                });
    }

    @Test
    void aComponentThatIsSelectedShowsItsLicence() throws Exception {
        FxThread.run(
                () -> {
                    press(KeyCode.F1);
                    assertTrue(licence().contains("Apache License"), this::licence);
                    press(KeyCode.END);
                    assertTrue(
                            said().contains("RE2/J 1.8 · BSD-3-Clause · https://github.com/google"),
                            this::said);
                    assertTrue(licence().contains("Redistribution and use"), this::licence);
                });
    }

    @Test
    void whatIsCopiedIsWhatIsShownInTheLanguageThatIsShown() throws Exception {
        FxThread.run(
                () -> {
                    ((Button) node("#shell-language")).fire();
                    press(KeyCode.F1);
                    ((Button) node("#about-copy")).fire();
                    String copied = Clipboard.getSystemClipboard().getString();
                    assertTrue(copied.startsWith("TxScope : 9.8.7\nKafka : 4.4.0\n"), copied);
                    assertTrue(copied.contains("Données du broker"), copied);
                    ((Button) node("#about-copy-folder")).fire();
                    assertEquals("/var/logs", Clipboard.getSystemClipboard().getString());
                });
    }

    @Test
    void theLanguageIsSwitchedBehindIt() throws Exception {
        FxThread.run(
                () -> {
                    press(KeyCode.F1);
                    press(KeyCode.ESCAPE);
                    ((Button) node("#shell-language")).fire();
                    press(KeyCode.F1);
                    assertTrue(said().contains("Journaux et rapports de plantage"), this::said);
                    assertFalse(said().contains("Logs and crash reports"), this::said);
                });
    }

    private String licence() {
        return ((TextArea) node("#about-licence")).getText();
    }

    @Test
    void whatDoesNotFitOnALineTakesTwoAndCoversNothing() throws Exception {
        FxThread.run(
                () -> {
                    press(KeyCode.F1);
                    press(KeyCode.TAB);
                    var boxes =
                            node(".about-facts").lookupAll(".about-value").stream()
                                    .map(value -> value.localToScene(value.getLayoutBounds()))
                                    .sorted(Comparator.comparingDouble(Bounds::getMinY))
                                    .toList();
                    assertEquals(5, boxes.size());
                    assertTrue(boxes.get(2).getHeight() > 1.5 * boxes.get(1).getHeight());
                    for (int i = 1; i < boxes.size(); i++) {
                        assertTrue(
                                boxes.get(i - 1).getMaxY() <= boxes.get(i).getMinY() + 0.5,
                                boxes::toString);
                    }
                });
    }

    /// All labels of the overlay.
    private String said() {
        window.scene().getRoot().applyCss();
        return node(".about").lookupAll(".label").stream()
                .map(label -> label instanceof Label l ? l.getText() : "")
                .collect(Collectors.joining("\n"));
    }

    private Node focus() {
        return window.scene().getFocusOwner();
    }

    private Node node(String selector) {
        return window.scene().getRoot().lookup(selector);
    }

    private void press(KeyCode key) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        Node at = focus() == null ? window.scene().getRoot() : focus();
        at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
