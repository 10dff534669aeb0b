package dev.txscope.ui.now;

import dev.txscope.event.Isolation;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Tooltips;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One offset in the grid: its three cells, and the gate where it stands. Its cells stay the same
/// nodes while their content changes, so that the focus stays where it is.
final class ColumnView extends VBox {
    static final int ROWS = 3;

    private final ViewContext context;
    private final CellContents contents;
    private final Wording wording;
    private final List<StackPane> cells = List.of(cell(), cell(), cell());
    private final List<HBox> rows = cells.stream().map(HBox::new).toList();
    private @Nullable Gate gate;
    private @Nullable Column column;

    ColumnView(ViewContext context) {
        this.context = context;
        wording = new Wording(context.texts());
        contents = new CellContents(context, wording);
        getStyleClass().add("now-column");
        cells.getFirst().getStyleClass().add("now-log-row");
        for (int i = 0; i < ROWS; i++) {
            Tooltips.install(cells.get(i), cells.get(i).accessibleTextProperty());
            pointAt(cells.get(i));
        }
        getChildren().addAll(rows);
    }

    private static StackPane cell() {
        var cell = Styles.styled(new StackPane(), "now-row", "now-cell");
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setMinWidth(0);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    /// Hover and focus mean the same.
    private void pointAt(Node cell) {
        cell.hoverProperty().subscribe((_, in) -> point(in));
        cell.focusedProperty().subscribe((_, in) -> point(in));
        cell.setOnMouseClicked(_ -> cell.requestFocus());
    }

    private void point(boolean in) {
        Column at = column;
        if (at == null || at.isGhost()) {
            return;
        }
        var subject = context.highlight().subjectProperty();
        if (in) {
            subject.set(at.offset());
        } else if (Long.valueOf(at.offset()).equals(subject.get())) {
            subject.set(null);
        }
    }

    /// Shows that column; does nothing when it looks the same already.
    void show(Column next) {
        if (next.equals(column)) {
            return;
        }
        moveTo(next);
        fill(0, contents.log(next), wording.log(next));
        fill(
                1,
                contents.reader(next, Isolation.READ_UNCOMMITTED),
                wording.reader(next, Isolation.READ_UNCOMMITTED));
        fill(
                2,
                contents.reader(next, Isolation.READ_COMMITTED),
                wording.reader(next, Isolation.READ_COMMITTED));
        moveGate(next);
        pseudoClassStateChanged(Details.GHOST, next.isGhost());
    }

    /// A node that is pointed at while its column changes points at the new one.
    private void moveTo(Column next) {
        boolean moved = column != null && column.offset() != next.offset();
        boolean pointed = moved && cells.stream().anyMatch(c -> c.isFocused() || c.isHover());
        if (pointed) {
            point(false);
        }
        column = next;
        if (pointed) {
            point(true);
        }
    }

    /// Makes the next [#show] build everything again, for another language or more details.
    void forget() {
        column = null;
    }

    private void fill(int row, Node content, String said) {
        StackPane cell = cells.get(row);
        cell.getChildren().setAll(content);
        cell.setAccessibleText(said);
    }

    /// The cells stand to the right of the gate, where that is in this column.
    private void moveGate(Column next) {
        if (next.gate()) {
            Gate here = gate == null ? new Gate() : gate;
            gate = here;
            here.tip.set(wording.gate(next));
            for (int i = 0; i < ROWS; i++) {
                if (here.places.get(i).getParent() == null) {
                    rows.get(i).getChildren().addFirst(here.places.get(i));
                }
            }
        } else if (gate != null) {
            for (int i = 0; i < ROWS; i++) {
                rows.get(i).getChildren().remove(gate.places.get(i));
            }
        }
    }

    void light(@Nullable Object subject) {
        boolean lit = column != null && Long.valueOf(column.offset()).equals(subject);
        cells.forEach(c -> c.pseudoClassStateChanged(Styles.LIT, lit));
    }

    /// Which cell has the focus, -1 for none.
    int focusedRow() {
        for (int i = 0; i < ROWS; i++) {
            if (cells.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    void focus(int row) {
        cells.get(row).requestFocus();
    }

    /// Which cell the Tab key reaches, -1 for none.
    void traversable(int row) {
        for (int i = 0; i < ROWS; i++) {
            cells.get(i).setFocusTraversable(i == row);
        }
    }

    /// The gate, which is not for `read_uncommitted`, the middle row: only its room is. Most
    /// columns never have one.
    private static final class Gate {
        final StringProperty tip = new SimpleStringProperty();
        final List<StackPane> places = List.of(place(0), place(1), place(2));

        private StackPane place(int row) {
            var place = Styles.styled(new StackPane(), "now-gate-place");
            if (row != 1) {
                Tooltips.install(place, tip);
                place.getChildren()
                        .add(Styles.styled(new StackPane(), "now-gate", "now-gate-" + row));
            }
            return place;
        }
    }
}
