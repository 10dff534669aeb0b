package dev.txscope.ui.now;

import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.now.StripGeometry.Placed;

import javafx.scene.layout.Pane;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The nodes of the columns that can be seen. A node belongs to its column while that is in view
/// and then to the next one, so that there are as many as the window is wide.
final class ColumnPool {
    private final Pane parent;
    private final ViewContext context;
    private final Map<Long, ColumnView> views = new HashMap<>();
    private final ArrayDeque<ColumnView> free = new ArrayDeque<>();

    /// @param parent gets the nodes; it must not lay them out
    ColumnPool(Pane parent, ViewContext context) {
        this.parent = parent;
        this.context = context;
    }

    /// The nodes in use, by offset.
    Map<Long, ColumnView> views() {
        return Collections.unmodifiableMap(views);
    }

    /// Takes back the nodes of the columns that are gone, for those that come; removes what is too
    /// many.
    void keep(List<Placed> placed) {
        var gone = new HashSet<>(views.keySet());
        placed.forEach(p -> gone.remove(p.offset()));
        for (long offset : gone) {
            ColumnView view = views.remove(offset);
            if (view != null) {
                free.add(view);
            }
        }
        placed.forEach(p -> of(p.offset()));
        parent.getChildren().removeAll(free);
        free.clear();
    }

    /// The node of that column, a used one if there is any.
    ColumnView of(long offset) {
        return views.computeIfAbsent(offset, _ -> free.isEmpty() ? added() : free.remove());
    }

    private ColumnView added() {
        var view = new ColumnView(context);
        view.setManaged(false);
        parent.getChildren().add(view);
        return view;
    }
}
