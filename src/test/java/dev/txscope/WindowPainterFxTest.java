package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.cli.Pixels;
import dev.txscope.cli.Request;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

@Tag("fx")
class WindowPainterFxTest {
    /// The colour of a committed transaction's marker, which fills its cell.
    private static final int COMMITTED = 0xff00694c;

    /// The fill of what is open, such as the diagram's InTransaction.
    private static final int OPEN = 0xfffff4d9;

    /// The diagram plays each state for a while: a picture must show where that ends.
    @Test
    void theDiagramShowsTheStateAtTheEnd() throws Exception {
        Pixels light = paint(Theme.LIGHT, 1280, 720);

        long inDiagram = count(light, OPEN, 0, 420, 280, 700);
        assertTrue(inDiagram > 500, "InTransaction is not the current state: " + inDiagram);
    }

    @Test
    void theWindowIsPaintedInTheAskedSizeAndTheme() throws Exception {
        Pixels light = paint(Theme.LIGHT, 1280, 720);
        Pixels dark = paint(Theme.DARK, 1600, 900);

        assertEquals(1280, light.width());
        assertEquals(720, light.height());
        assertEquals(1600, dark.width());
        assertEquals(900, dark.height());
        assertTrue(count(light, COMMITTED) > 1000, "no marker of a commit to be seen");
        assertTrue(brightness(light) > 200, "light is " + brightness(light));
        assertTrue(brightness(dark) < 60, "dark is " + brightness(dark));
    }

    private static Pixels paint(Theme theme, int width, int height) throws Exception {
        var looks = new Choices(Language.ENGLISH, theme, TextSize.NORMAL, false, false);
        var picture = new Request.Picture(Path.of("unused.png"), width, height, looks);
        var painter = new WindowPainter(SampleRun.ofThePicture().log(), picture);
        FxThread.run(painter::begin);
        return painter.await();
    }

    private static long count(Pixels pixels, int argb) {
        return count(pixels, argb, 0, 0, pixels.width(), pixels.height());
    }

    private static long count(Pixels pixels, int argb, int left, int top, int right, int bottom) {
        long count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += pixels.at(x, y) == argb ? 1 : 0;
            }
        }
        return count;
    }

    /// The mean of green, from 0 to 255.
    private static long brightness(Pixels pixels) {
        long sum = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                sum += pixels.at(x, y) >> 8 & 0xff;
            }
        }
        return sum / ((long) pixels.width() * pixels.height());
    }
}
