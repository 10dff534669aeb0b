package dev.txscope.ui.timeline;

import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.List;

/// The lines, changed only from some place on, telling its listeners of no more than what is
/// different.
final class LineList extends ObservableListBase<Line> {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public Line get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    /// The first line that stands for that row or a later one.
    int indexOfRow(int row) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).at() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Puts the tail in the place of everything from `from` on.
    void replaceFrom(int from, List<Line> tail) {
        int common = Math.min(lines.size(), from + tail.size());
        beginChange();
        for (int i = from; i < common; i++) {
            Line next = tail.get(i - from);
            if (!lines.get(i).equals(next)) {
                nextSet(i, lines.set(i, next));
            }
        }
        if (lines.size() > common) {
            List<Line> rest = lines.subList(common, lines.size());
            List<Line> removed = List.copyOf(rest);
            rest.clear();
            nextRemove(common, removed);
        } else if (from + tail.size() > common) {
            lines.addAll(tail.subList(common - from, tail.size()));
            nextAdd(common, lines.size());
        }
        endChange();
    }
}
