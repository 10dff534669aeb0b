package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.cli.Columns.Text;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.List;

class ColumnsTest {
    @Test
    void textsAreWrappedSideBySide() {
        var columns = new Columns(List.of(6, 10));

        assertEquals(
                List.of("+3 ms   held by", "        the broker"),
                columns.lines(
                        List.of(
                                new Text("+3 ms", Ink.QUIET),
                                new Text("held by the broker", Ink.PLAIN)),
                        false));
    }

    @Test
    void aWordThatIsTooLongIsBroken() {
        assertEquals(List.of("Prepare", "Commit", "x"), Columns.wrap("PrepareCommit x", 7));
    }

    @Test
    void coloursDoNotCountAsCharacters() {
        var columns = new Columns(List.of(4, 4));
        var texts = List.of(new Text("ab", Ink.OPEN), new Text("cd", Ink.PLAIN));

        assertEquals(List.of("\u001b[33mab\u001b[0m    cd"), columns.lines(texts, true));
    }

    @Property
    void columnsFillTheLineAndNoMore(@ForAll @IntRange(min = 60, max = 300) int width) {
        var columns = Columns.sharing(width, 10, 13, 14, 11, 20, 22);
        int gaps = 2 * (columns.widths().size() - 1);

        assertEquals(width, columns.widths().stream().mapToInt(w -> w).sum() + gaps);
        assertTrue(columns.widths().stream().allMatch(w -> w >= 5), columns.toString());
    }
}
