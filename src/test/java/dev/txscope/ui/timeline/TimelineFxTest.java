package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.TransactionState;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

@Tag("fx")
@SuppressWarnings("NullAway.Init")
class TimelineFxTest {
    private final SampleRun run = PreviewRuns.many(12);
    private final History history = new History(run.log());
    private final ViewContext context = new ViewContext(new Texts(Language.ENGLISH));
    private TimelineSlice slice;
    private ListView<Line> list;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        FxThread.call(
                () -> {
                    slice = new TimelineSlice(context);
                    var scene = new Scene(slice.view(), 900, 400);
                    for (String css :
                            List.of(
                                    "/dev/txscope/ui/tokens.css",
                                    Icons.STYLESHEET,
                                    TimelineSlice.STYLESHEET)) {
                        scene.getStylesheets()
                                .add(
                                        Objects.requireNonNull(getClass().getResource(css))
                                                .toExternalForm());
                    }
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    list = steps();
                    slice.show(history.catchUp());
                    settle();
                    slice.show(history.latest());
                    settle();
                    return list;
                });
    }

    @AfterEach
    void close() throws Exception {
        FxThread.call(
                () -> {
                    stage.close();
                    return stage;
                });
    }

    @Test
    void theNewestStepIsInSight() throws Exception {
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @Test
    void itFollowsWhatComes() throws Exception {
        FxThread.call(this::more);
        assertTrue(inSight(() -> list.getItems().getLast()));
    }

    @Test
    void readingIsNotDisturbedByWhatComes() throws Exception {
        FxThread.call(
                () -> {
                    slice.presenter().toggle(3);
                    slice.presenter().toggle(4);
                    wheel(400);
                    return settle();
                });
        List<Line> before = FxThread.call(this::seen);
        assertTrue(before.size() > 10);
        FxThread.call(this::more);
        assertEquals(before, FxThread.call(this::seen));
        assertEquals(
                "Newest (9 new steps)",
                FxThread.call(() -> newest().getText()).replace('\u00a0', ' '));
        assertTrue(FxThread.call(() -> newest().isVisible()));
    }

    @Test
    void theButtonGoesBackToFollowing() throws Exception {
        FxThread.call(
                () -> {
                    slice.presenter().toggle(3);
                    settle();
                    wheel(400);
                    more();
                    ((javafx.scene.control.Button) newest()).fire();
                    return settle();
                });
        assertTrue(inSight(() -> list.getItems().getLast()));
        assertFalse(FxThread.call(() -> newest().isVisible()));
    }

    @Test
    void spaceFoldsTheBandOfTheRowThatHasTheFocus() throws Exception {
        int band =
                FxThread.call(
                        () -> {
                            list.requestFocus();
                            list.getSelectionModel().select(list.getItems().size() - 1);
                            press(KeyCode.SPACE);
                            settle();
                            return list.getSelectionModel().getSelectedItem().band();
                        });
        assertEquals(13, band);
        assertTrue(FxThread.call(() -> slice.presenter().isFolded(13)));
        FxThread.call(
                () -> {
                    press(KeyCode.ENTER);
                    return settle();
                });
        assertFalse(FxThread.call(() -> slice.presenter().isFolded(13)));
    }

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

    @Test
    void everyLineInSightHasANameForAScreenReader() throws Exception {
        List<String> names =
                FxThread.call(
                        () ->
                                cells().stream()
                                        .map(
                                                c ->
                                                        Objects.requireNonNullElse(
                                                                c.getAccessibleText(), ""))
                                        .toList());
        assertFalse(names.isEmpty());
        assertFalse(names.contains(""));
    }

    @Test
    void theLanguageIsSwitchedLive() throws Exception {
        FxThread.call(
                () -> {
                    context.texts().languageProperty().set(Language.FRENCH);
                    return settle();
                });
        String all = FxThread.call(() -> slice.view().lookupAll(".label").toString());
        assertTrue(all.contains("livré"), all);
        assertFalse(all.contains("delivered"), all);
    }

    private Object more() {
        run.commit();
        run.begin().send("one more");
        slice.show(history.catchUp());
        return settle();
    }

    private Object settle() {
        for (int i = 0; i < 3; i++) {
            slice.view().applyCss();
            slice.view().layout();
        }
        return list;
    }

    private long lastOffset() {
        var rows = slice.presenter().model().frame().timeline();
        var cell = rows.step(rows.steps().size() - 1).cell(dev.txscope.projection.Lane.LOG);
        return ((dev.txscope.projection.Cell.OfRecords) Objects.requireNonNull(cell))
                .span()
                .first();
    }

    private int lit() {
        return (int)
                slice.view().lookupAll(".cell-card").stream()
                        .filter(n -> n.isVisible() && n.getPseudoClassStates().contains(Styles.LIT))
                        .count();
    }

    @SuppressWarnings("unchecked")
    private ListView<Line> steps() {
        return (ListView<Line>) Objects.requireNonNull(slice.view().lookup(".steps"));
    }

    private Labeled newest() {
        return find("button", () -> (Labeled) slice.view().lookup("#timeline-newest"));
    }

    private boolean inSight(Supplier<Line> line) throws Exception {
        return FxThread.call(() -> seen().contains(line.get()));
    }

    /// The lines that are wholly in sight, from top to bottom.
    private List<Line> seen() {
        return cells().stream()
                .filter(c -> c.getBoundsInParent().getMinY() > -1)
                .filter(
                        c ->
                                c.localToScene(c.getBoundsInLocal()).getMaxY()
                                        <= list.localToScene(list.getBoundsInLocal()).getMaxY() + 1)
                .map(ListCell::getItem)
                .sorted(java.util.Comparator.comparingInt(list.getItems()::indexOf))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<ListCell<Line>> cells() {
        return slice.view().lookupAll(".list-cell").stream()
                .map(n -> (ListCell<Line>) n)
                .filter(c -> c.isVisible() && c.getItem() != null)
                .toList();
    }

    private void press(KeyCode code) {
        Event.fireEvent(
                list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void wheel(double delta) {
        var cell = cells().getFirst();
        Event.fireEvent(
                cell,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        10,
                        10,
                        10,
                        10,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static <T> T find(String what, Supplier<T> lookup) {
        return Objects.requireNonNull(lookup.get(), what);
    }
}
