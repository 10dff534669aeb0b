package dev.txscope.ui.timeline;

import dev.txscope.SampleRun;
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

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// The timeline of twelve transactions and an open one in a window of its own, for tests: what is
/// in sight of it, and a person's wheel and keys.
@SuppressWarnings("NullAway.Init")
abstract class TimelineWindow {
    final SampleRun run = PreviewRuns.many(12);
    final History history = new History(run.log());
    final ViewContext context = new ViewContext(new Texts(Language.ENGLISH));
    TimelineSlice slice;
    ListView<Line> list;
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

    Object more() {
        run.commit();
        run.begin().send("one more");
        slice.show(history.catchUp());
        return settle();
    }

    Object settle() {
        for (int i = 0; i < 3; i++) {
            slice.view().applyCss();
            slice.view().layout();
        }
        return list;
    }

    long lastOffset() {
        var rows = slice.presenter().model().frame().timeline();
        var cell = rows.step(rows.steps().size() - 1).cell(dev.txscope.projection.Lane.LOG);
        return ((dev.txscope.projection.Cell.OfRecords) Objects.requireNonNull(cell))
                .span()
                .first();
    }

    int lit() {
        return (int)
                slice.view().lookupAll(".cell-card").stream()
                        .filter(n -> n.isVisible() && n.getPseudoClassStates().contains(Styles.LIT))
                        .count();
    }

    @SuppressWarnings("unchecked")
    private ListView<Line> steps() {
        return (ListView<Line>) Objects.requireNonNull(slice.view().lookup(".steps"));
    }

    Labeled newest() {
        return find("button", () -> (Labeled) slice.view().lookup("#timeline-newest"));
    }

    boolean inSight(Supplier<Line> line) throws Exception {
        return FxThread.call(() -> seen().contains(line.get()));
    }

    /// The lines that are wholly in sight, from top to bottom.
    List<Line> seen() {
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
    List<ListCell<Line>> cells() {
        return slice.view().lookupAll(".list-cell").stream()
                .map(n -> (ListCell<Line>) n)
                .filter(c -> c.isVisible() && c.getItem() != null)
                .toList();
    }

    void press(KeyCode code) {
        Event.fireEvent(
                list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    void wheel(double delta) {
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
