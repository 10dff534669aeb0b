package dev.txscope.ui.now;

import dev.txscope.projection.World;

/// Turns the state of things into the grid; does nothing when no fact concerned it.
final class NowPresenter {
    private final NowModel model;

    NowPresenter(NowModel model) {
        this.model = model;
    }

    void show(World world) {
        Grid next = Grid.of(world);
        if (!next.sameAs(model.grid())) {
            model.setGrid(next);
        }
    }
}
