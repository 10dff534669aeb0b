package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.text.Language;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What the window has room for, whatever the fonts of the machine.
@Tag("fx")
class RoomFxTest {
    /// A font's size is a float.
    private static final double ROUNDED = 1e-4;

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1920, 1080",
        "FRENCH, 1920, 1080",
        "ENGLISH, 1600, 900",
        "FRENCH, 1280, 720"
    })
    void aProjectorShowsManyStepsInLargeText(Language language, int width, int height)
            throws Exception {
        var window = measure(language, TextSize.PROJECTOR, width, height);

        assertTrue(window.room() >= 14, "room for lines: " + window.room());
        var smallest = window.smallest();
        assertTrue(smallest.pixels() >= height / 50.0 - ROUNDED, "smallest text: " + smallest);
    }

    @ParameterizedTest
    @EnumSource
    void aProjectorShowsThreeTransactionsInTheGrid(Language language) throws Exception {
        var window = measure(language, TextSize.PROJECTOR, 1920, 1080);

        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6"), window.offsets());
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, NORMAL, 1280, 720",
        "FRENCH, NORMAL, 1280, 720",
        "ENGLISH, PROJECTOR, 1920, 1080",
        "FRENCH, PROJECTOR, 1920, 1080",
        "FRENCH, PROJECTOR, 1920, 1062",
        "FRENCH, PROJECTOR, 1920, 1044"
    })
    void noRecordAndNothingSaidOfItIsCut(Language language, TextSize size, int width, int height)
            throws Exception {
        for (SampleRun run : List.of(SampleRun.ofThePicture(), SampleRun.ofThePicture().abort())) {
            List<String> cut = measure(run, language, size, width, height).cut();

            assertEquals(List.of(), cut.stream().filter(RoomFxTest::saysOfARecord).toList());
        }
    }

    private static boolean saysOfARecord(String cut) {
        return List.of("now-value", "now-what", "main", "aside").stream()
                .anyMatch(kind(cut)::endsWith);
    }

    /// The style classes of what is cut.
    private static String kind(String cut) {
        return cut.substring(0, cut.indexOf(':'));
    }

    @ParameterizedTest
    @EnumSource
    void aLowWindowShowsTheWholeStatementOfTheLastClick(Language language) throws Exception {
        var window = measure(language, TextSize.NORMAL, 1280, 720);

        assertWhole(window, "statement");
        assertTrue(window.isSeen(".diagram-stage.stage-committed"));
    }

    /// 698 is 720 less the window's title.
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, NORMAL, 1280, 698, .diagram-caption",
        "FRENCH, NORMAL, 1280, 698, .diagram-caption",
        "ENGLISH, PROJECTOR, 1920, 1080, .diagram-word",
        "FRENCH, PROJECTOR, 1920, 1080, .diagram-word"
    })
    void whereThereIsLittleRoomTheLastClickHasAShortLineAndTheDiagramItsWords(
            Language language, TextSize size, int width, int height, String words)
            throws Exception {
        var window = measure(language, size, width, height);

        assertTrue(window.isSeen(".producer .statement-line"));
        assertWhole(window, "result");
        assertTrue(window.isSeen(".diagram-stage.stage-committed"));
        assertTrue(window.isSeen(words));
    }

    /// What the producer's card says of the last click is in sight, and not shortened.
    private static void assertWhole(WindowMeasure window, String style) throws Exception {
        assertTrue(window.isSeen(".producer ." + style));
        List<String> cut = window.cut();
        assertEquals(List.of(), cut.stream().filter(t -> kind(t).contains(style)).toList());
    }

    /// Whether commit had returned before the records could be read, in the longer of both cases.
    @ParameterizedTest
    @CsvSource({"ENGLISH, before commit", "FRENCH, avant le retour d"})
    void aSmallWindowSaysWhetherCommitHadReturnedBeforeTheDelivery(Language language, String words)
            throws Exception {
        var run = new SampleRun().ready().init().begin().send("order-1").send("order-2");
        run.commitThatReturnsLate().begin().send("order-3").abort();

        var window = measure(run, language, TextSize.NORMAL, 1280, 720);

        assertTrue(window.says("band-state").stream().anyMatch(s -> s.contains(words)));
    }

    @ParameterizedTest
    @EnumSource
    void whatFailedIsNamedWholeAcrossTheLanesThatSayNothing(TextSize size) throws Exception {
        var run = SampleRun.ofThePicture().beginRefused();

        List<String> cut = measure(run, Language.FRENCH, size, 1920, 1080).cut();

        assertEquals(List.of(), cut.stream().filter(t -> t.startsWith("label.main")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void noRecordIsCutInTheGrid(TextSize size) throws Exception {
        List<String> cut = measure(Language.ENGLISH, size, 1920, 1080).cut();

        assertEquals(List.of(), cut.stream().filter(t -> t.contains("now-value")).toList());
    }

    private static WindowMeasure measure(Language language, TextSize size, int width, int height)
            throws Exception {
        return measure(SampleRun.ofThePicture(), language, size, width, height);
    }

    private static WindowMeasure measure(
            SampleRun run, Language language, TextSize size, int width, int height)
            throws Exception {
        var choices = new Choices(language, Theme.LIGHT, size, false, false);
        return WindowMeasure.of(run, choices, width, height);
    }
}
