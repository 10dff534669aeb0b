package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.text.Language;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What the window has room for, whatever the fonts of the machine.
@Tag("fx")
class RoomFxTest {

    @ParameterizedTest
    @EnumSource
    void aProjectorShowsManyStepsInLargeText(Language language) throws Exception {
        var window = measure(language, TextSize.PROJECTOR, 1920, 1080);

        assertTrue(window.room() >= 13, "room for lines: " + window.room());
        var smallest = window.smallest();
        assertTrue(smallest.pixels() >= 1080 / 50.0, "smallest text: " + smallest);
    }

    @Test
    void aProjectorKeepsTheWordsOfTheDiagram() throws Exception {
        assertTrue(
                measure(Language.FRENCH, TextSize.PROJECTOR, 1920, 1080).isSeen(".diagram-word"));
    }

    @ParameterizedTest
    @EnumSource
    void aLowWindowShowsTheWholeStatementOfTheLastClick(Language language) throws Exception {
        var window = measure(language, TextSize.NORMAL, 1280, 720);

        assertTrue(window.isSeen(".producer .statement"));
        List<String> cut = window.cut();
        assertEquals(List.of(), cut.stream().filter(t -> t.contains("statement")).toList());
        assertTrue(window.isSeen(".diagram-stage.stage-committed"));
    }

    @ParameterizedTest
    @EnumSource
    void noRecordIsCutInTheGrid(TextSize size) throws Exception {
        List<String> cut = measure(Language.ENGLISH, size, 1920, 1080).cut();

        assertEquals(List.of(), cut.stream().filter(t -> t.contains("now-value")).toList());
    }

    private static WindowMeasure measure(Language language, TextSize size, int width, int height)
            throws Exception {
        var choices = new Choices(language, Theme.LIGHT, size, false, false);
        return WindowMeasure.of(SampleRun.ofThePicture(), choices, width, height);
    }
}
