package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LinesTest {
    private final SampleRun run = SampleRun.ofThePicture();
    private final History history = new History(run.log());
    private final Lines lines = new Lines();

    @Test
    void settledTransactionsFoldWhenTheNextOneBegins() {
        showAll(true);
        assertEquals(List.of("F1", "F2", "O3"), titles());
        assertEquals(4, stepsOf(3));
        assertEquals(0, stepsOf(1));
    }

    @Test
    void nothingFoldsByItselfWhileSomebodyReads() {
        showAll(false);
        assertEquals(List.of("O1", "O2", "O3"), titles());
    }

    @Test
    void whatAPersonUnfoldedStaysSo() {
        showAll(true);
        lines.toggle(1);
        run.commit().begin();
        lines.show(history.catchUp(), true);
        assertEquals(List.of("O1", "F2", "F3", "O4"), titles());
        assertEquals(11, stepsOf(1));
    }

    @Test
    void frameByFrameGivesTheSameLinesAsAllAtOnce() {
        showAll(true);
        var once = new Lines();
        once.show(history.latest(), true);
        assertEquals(once.list(), lines.list());
    }

    @Test
    void lookingBackGivesTheLinesOfThatTime() {
        showAll(true);
        long then = history.latest().timeline().sizeAt(12);
        lines.show(history.at(then), true);
        var fresh = new Lines();
        fresh.show(history.at(then), true);
        assertEquals(fresh.list(), lines.list());
        lines.show(history.latest(), true);
        assertEquals(List.of("F1", "F2", "O3"), titles());
    }

    @Test
    void aPauseInsideABandIsALineOfItsOwn() {
        showAll(true);
        long gaps =
                lines.list().stream().filter(l -> l instanceof Line.Gap g && g.band() == 3).count();
        assertEquals(1, gaps);
    }

    @Test
    void detailRowsAreThereOnlyWhenAskedFor() {
        showAll(true);
        int without = stepsOf(3);
        lines.showDetails(true);
        assertTrue(stepsOf(3) > without);
        lines.showDetails(false);
        assertEquals(without, stepsOf(3));
    }

    @Test
    void onlyLinesThatDifferAreReportedAsChanged() {
        showAll(true);
        int before = lines.list().size();
        var from = new ArrayList<Integer>();
        lines.list().addListener((ListChangeListener<Line>) change -> starts(change, from));
        run.commit();
        lines.show(history.catchUp(), true);
        assertEquals(List.of(before), from);
    }

    private static void starts(ListChangeListener.Change<?> change, List<Integer> from) {
        while (change.next()) {
            from.add(change.getFrom());
        }
    }

    private void showAll(boolean settle) {
        history.catchUp();
        Frame frame = Frame.empty();
        for (var fact : run.facts()) {
            frame = frame.plus(fact);
            lines.show(frame, settle);
        }
    }

    private List<String> titles() {
        return lines.list().stream()
                .filter(Line.Title.class::isInstance)
                .map(t -> (lines.isFolded(t.band()) ? "F" : "O") + t.band())
                .toList();
    }

    private int stepsOf(int transaction) {
        return (int)
                lines.list().stream()
                        .filter(
                                l ->
                                        l instanceof Line.Step(var row, _)
                                                && row.transaction() == transaction)
                        .count();
    }
}
