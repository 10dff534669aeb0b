package dev.txscope.ui.fx;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// How wide words are in the machine's font. DejaVu Sans, the only font of many a Linux, is wider
/// by an eighth than Noto Sans, for which the window's parts have their widths.
///
/// Measured once, when first asked for, which must be after JavaFX has started; any thread.
public final class WordWidth {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int PIXELS = 100;

    /// In em, of [#LETTERS] in Noto Sans, bold.
    private static final double USUAL = 14.81;

    /// Between Noto Sans with 1 and DejaVu Sans with 1.12, whose words were cut.
    private static final double WIDE = 1.05;

    private static final double RATIO = measure();

    private WordWidth() {}

    /// How many times as wide as usual, at least 1: narrow words need no narrow part.
    public static double ratio() {
        return RATIO;
    }

    /// Whether parts that are just wide enough for usual words are too narrow.
    public static boolean isWide() {
        return RATIO > WIDE;
    }

    private static double measure() {
        var text = new Text(LETTERS);
        text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, PIXELS));
        return Math.max(1, text.getLayoutBounds().getWidth() / PIXELS / USUAL);
    }
}
