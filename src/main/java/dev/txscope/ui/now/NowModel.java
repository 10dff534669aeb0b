package dev.txscope.ui.now;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the grid shows.
final class NowModel {
    private final ReadOnlyObjectWrapper<Grid> grid =
            new ReadOnlyObjectWrapper<>(this, "grid", Grid.EMPTY);

    ReadOnlyObjectProperty<Grid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    Grid grid() {
        return grid.get();
    }

    void setGrid(Grid next) {
        grid.set(next);
    }
}
