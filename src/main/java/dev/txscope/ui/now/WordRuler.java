package dev.txscope.ui.now;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Knows how wide words are in the machine's font. DejaVu Sans, the one font of many a Linux, is
/// wider by an eighth than Noto Sans, and cut what the columns say.
///
/// Put it among a region's children; it is not laid out, not seen and not heard.
final class WordRuler extends Label {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /// In em, of the font that the widths of the columns are made for: Noto Sans, bold.
    private static final double USUAL = 14.81;

    private final DoubleBinding ratio = Bindings.createDoubleBinding(this::measure, fontProperty());

    WordRuler() {
        setManaged(false);
        setVisible(false);
    }

    /// How many times as wide as usual, at least 1: narrower words need no narrower column.
    DoubleBinding ratioBinding() {
        return ratio;
    }

    double ratio() {
        return ratio.get();
    }

    private double measure() {
        Font own = getFont();
        var text = new Text(LETTERS);
        text.setFont(Font.font(own.getFamily(), FontWeight.BOLD, own.getSize()));
        return Math.max(1, text.getLayoutBounds().getWidth() / own.getSize() / USUAL);
    }
}
