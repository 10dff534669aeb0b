package dev.txscope.ui.now;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// Where the columns stand in the window's part that shows them, in pixels.
///
/// Columns differ in width and there can be a million, so a place is not measured from the first
/// one: the *anchor* says which column the right edge cuts. 12.25 is a quarter into column 12;
/// `last + 1` is the end. Every question costs as much as there are columns to be seen.
///
/// @param first the first column
/// @param last the last column, that of the next offset
/// @param viewport the width that can be seen
/// @param width each column's width, more than 0
record StripGeometry(long first, long last, double viewport, LongToDoubleFunction width) {

    /// A column that can be seen, at least in part.
    record Placed(long offset, double x, double width) {}

    /// Whether there is nothing to scroll.
    boolean fits() {
        return lowest() >= end();
    }

    /// The anchor of the end.
    double end() {
        return last + 1.0;
    }

    /// The anchor at which the first column stands at the left edge.
    double lowest() {
        return anchorWithLeft(first);
    }

    double clamp(double anchor) {
        return Math.clamp(anchor, lowest(), end());
    }

    /// The columns that can be seen, from left to right. When all fit they begin at the left edge.
    List<Placed> place(double anchor) {
        if (fits()) {
            return placeFromLeft();
        }
        double at = clamp(anchor);
        long offset = (long) Math.ceil(at) - 1;
        double x = viewport + (offset + 1 - at) * width.applyAsDouble(offset);
        var placed = new ArrayList<Placed>();
        while (offset >= first && x > 0.5) {
            double w = width.applyAsDouble(offset);
            x -= w;
            placed.addFirst(new Placed(offset, x, w));
            offset--;
        }
        return placed;
    }

    private List<Placed> placeFromLeft() {
        var placed = new ArrayList<Placed>();
        double x = 0;
        for (long offset = first; offset <= last; offset++) {
            double w = width.applyAsDouble(offset);
            placed.add(new Placed(offset, x, w));
            x += w;
        }
        return placed;
    }

    /// The anchor next to `anchor` that shows the whole column.
    double reveal(long offset, double anchor) {
        double at = clamp(anchor);
        if (offset + 1 > at) {
            return clamp(offset + 1.0);
        }
        return Math.min(at, Math.max(anchorWithLeft(offset), lowest()));
    }

    /// The anchor after moving the view by so many pixels, right when positive.
    double move(double pixels, double anchor) {
        double at = clamp(anchor);
        long edge = Math.min(last, (long) Math.floor(at));
        return clamp(at + pixels / width.applyAsDouble(edge));
    }

    private double anchorWithLeft(long offset) {
        double x = 0;
        for (long i = offset; i <= last; i++) {
            double w = width.applyAsDouble(i);
            if (x + w > viewport) {
                return i + Math.max(0, viewport - x) / w;
            }
            x += w;
        }
        return end();
    }
}
