package dev.txscope.ui.control;

import dev.txscope.ui.fx.Styles;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A panel over the window, until it is closed by [#close] or Esc.
///
/// While it is open, the window's keys rest; who places it keeps the focus from what lies behind by
/// disabling that while [#openProperty] is true. Afterwards the focus is where it was.
public final class Overlay {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final VBox panel = Styles.styled(new VBox(), Styles.CARD, "overlay-panel");
    private final StackPane cover = Styles.styled(new StackPane(panel), "overlay");
    private @Nullable Node before;

    public Overlay() {
        cover.visibleProperty().bind(open);
        cover.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    public Region view() {
        return cover;
    }

    /// What the panel holds, one below the other; empty until it is first needed.
    public VBox panel() {
        return panel;
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /// Opens it with the focus on one of its nodes.
    public void open(Node first) {
        before = cover.getScene().getFocusOwner();
        open.set(true);
        first.requestFocus();
    }

    public void close() {
        open.set(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void press(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
        }
        if (e.getCode() != KeyCode.TAB) {
            e.consume();
        }
    }
}
