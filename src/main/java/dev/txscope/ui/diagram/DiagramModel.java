package dev.txscope.ui.diagram;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What the diagram shows, and whether it may move.
final class DiagramModel {
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
    private final BooleanProperty reducedMotion =
            new SimpleBooleanProperty(this, "reducedMotion", false);

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    void setShown(Shown next) {
        if (!next.equals(shown.get())) {
            shown.set(next);
        }
    }
}
