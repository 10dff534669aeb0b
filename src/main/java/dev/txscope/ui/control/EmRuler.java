package dev.txscope.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;

/// Knows how many pixels 1 em is where it stands in the scene, for geometry that css cannot
/// express.
///
/// Put it among a region's children; it is not laid out, not seen and not heard.
public final class EmRuler extends Label {
    private final DoubleBinding em =
            Bindings.createDoubleBinding(() -> getFont().getSize(), fontProperty());

    public EmRuler() {
        setManaged(false);
        setVisible(false);
    }

    /// Pixels; follows the font size of the scene.
    public DoubleBinding emBinding() {
        return em;
    }

    public double px() {
        return em.get();
    }
}
