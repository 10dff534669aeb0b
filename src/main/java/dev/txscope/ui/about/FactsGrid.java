package dev.txscope.ui.about;

import dev.txscope.ui.fx.Styles;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// Lines, each with what it is and what it says.
final class FactsGrid {
    private FactsGrid() {}

    static GridPane of(List<AboutText.Line> lines) {
        var grid = Styles.styled(new GridPane(), "about-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (var line : lines) {
            var name = label(line.label(), Styles.CAPTION);
            var value = label(line.value(), Styles.CODE, "about-value");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, value);
        }
        return grid;
    }

    private static Label label(String text, String... classes) {
        var label = Styles.styled(new Label(text), classes);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
