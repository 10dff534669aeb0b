package dev.txscope.ui.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.Content;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.Source;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;
import java.util.stream.LongStream;

@Tag("fx")
class NowViewFxTest {
    private final ViewContext context = new ViewContext(new Texts(Language.ENGLISH));

    @Test
    void theArrowKeysMoveTheFocusAndWhatIsPointedAt() throws Exception {
        FxThread.run(
                () -> {
                    StackPane root = scene(SampleRun.ofThePicture());
                    Node open = cell(root, "Offset 5");
                    open.requestFocus();
                    assertEquals(5L, context.highlight().subjectProperty().get());
                    press(open, KeyCode.LEFT);
                    press(focus(root), KeyCode.LEFT);
                    press(focus(root), KeyCode.DOWN);
                    assertTrue(focus(root).getAccessibleText().startsWith("read_uncommitted:"));
                    assertEquals(3L, context.highlight().subjectProperty().get());
                    assertTrue(lit(cell(root, "Offset 3")));
                    press(focus(root), KeyCode.UP);
                    press(focus(root), KeyCode.END);
                    assertNull(context.highlight().subjectProperty().get());
                    assertSame(cell(root, "Offset 6"), focus(root));
                });
    }

    @Test
    void oneCellOfTheGridIsInTheTabOrder() throws Exception {
        FxThread.run(
                () -> {
                    StackPane root = scene(SampleRun.ofThePicture());
                    assertEquals(1, cells(root).stream().filter(Node::isFocusTraversable).count());
                });
    }

    @Test
    void aHundredThousandRecordsTakeAsManyNodesAsTheWindowIsWide() throws Exception {
        var run = new SampleRun().ready().init().begin();
        var records =
                LongStream.range(0, 100_000)
                        .mapToObj(o -> new LoggedRecord(o, Content.of("k", "v" + o)))
                        .toList();
        run.fact(
                new Source(Source.Kind.LOG, "orders-0"),
                new BatchAppended(SampleRun.ORDERS, 0, 0, true, Instant.EPOCH, records));
        FxThread.run(
                () -> {
                    StackPane root = scene(run);
                    assertTrue(cells(root).size() < 100, "cells: " + cells(root).size());
                    Node last = cell(root, "Offset 100000 ");
                    last.requestFocus();
                    press(last, KeyCode.HOME);
                    assertTrue(focus(root).getAccessibleText().startsWith("Offset 0:"));
                    assertTrue(cells(root).size() < 100, "cells: " + cells(root).size());
                });
    }

    @Test
    void whatIsPointedAtIsTheColumnThatTheFocusedCellShows() throws Exception {
        var run = new SampleRun().ready().init().begin();
        for (int i = 0; i < 60; i++) {
            run.send("record-" + i);
        }
        FxThread.run(
                () -> {
                    StackPane root = scene(run);
                    cell(root, "Offset 59:").requestFocus();
                    var bar = (ScrollBar) root.lookup(".scroll-bar");
                    bar.setValue(bar.getMin());
                    lay(root);
                    Object pointed = context.highlight().subjectProperty().get();
                    assertNotEquals(59L, pointed);
                    assertTrue(
                            focus(root).getAccessibleText().startsWith("Offset " + pointed + ":"));
                });
    }

    @Test
    void theLanguageIsSwitchedLive() throws Exception {
        FxThread.run(
                () -> {
                    StackPane root = scene(SampleRun.ofThePicture());
                    context.texts().languageProperty().set(Language.FRENCH);
                    lay(root);
                    assertTrue(cell(root, "Offset 3").getAccessibleText().contains("annulé"));
                });
    }

    private StackPane scene(SampleRun run) {
        var slice = new NowSlice(context);
        slice.show(new History(run.log()).catchUp());
        var root = new StackPane(slice.view());
        var stage = new Stage();
        stage.setScene(new Scene(root, 900, 300));
        stage.show();
        stage.requestFocus();
        lay(root);
        return root;
    }

    private static void lay(StackPane root) {
        root.applyCss();
        root.layout();
        root.layout();
    }

    private static Set<Node> cells(StackPane root) {
        return root.lookupAll(".now-cell");
    }

    private static Node cell(StackPane root, String beginning) {
        return cells(root).stream()
                .filter(c -> c.getAccessibleText().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static Node focus(StackPane root) {
        return root.getScene().getFocusOwner();
    }

    private static boolean lit(Node cell) {
        return cell.getPseudoClassStates().contains(Styles.LIT);
    }

    private static void press(Node target, KeyCode key) {
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
