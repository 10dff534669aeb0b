package dev.txscope.ui.now;

import dev.txscope.ui.now.StripGeometry.Placed;

import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// One cell of the grid is in the window's Tab order; the arrow keys move it.
final class Roving {
    private final LongConsumer reveal;
    private Map<Long, ColumnView> shown = Map.of();
    private long offset;
    private int row;

    /// @param reveal brings a column into view before it gets the focus
    Roving(LongConsumer reveal) {
        this.reveal = reveal;
    }

    /// Moves by that key; false if it is none of ours.
    boolean move(KeyCode key, long first, long last) {
        var focused = shown.entrySet().stream().filter(c -> c.getValue().focusedRow() >= 0);
        focused.findFirst().ifPresent(c -> stand(c.getKey(), c.getValue().focusedRow()));
        switch (key) {
            case LEFT -> go(Math.max(first, offset - 1), row);
            case RIGHT -> go(Math.min(last, offset + 1), row);
            case UP -> go(offset, Math.max(0, row - 1));
            case DOWN -> go(offset, Math.min(ColumnView.ROWS - 1, row + 1));
            case HOME -> go(first, row);
            case END -> go(last, row);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(long toOffset, int toRow) {
        stand(toOffset, toRow);
        reveal.accept(toOffset);
        ColumnView view = shown.get(toOffset);
        if (view != null) {
            view.focus(toRow);
        }
    }

    private void stand(long atOffset, int atRow) {
        offset = atOffset;
        row = atRow;
    }

    /// After the columns moved: the cell in the Tab order is one that can be seen.
    void keepWithin(List<Placed> placed, Map<Long, ColumnView> views, Grid grid) {
        shown = views;
        if (!views.containsKey(offset) || offset > grid.next()) {
            offset = placed.getLast().offset();
        }
        views.forEach((at, view) -> view.traversable(at == offset ? row : -1));
    }
}
