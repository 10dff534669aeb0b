package dev.txscope.ui.settings;

import dev.txscope.event.Setting;
import dev.txscope.ui.fx.Styles;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The settings row by row, under the part whose they are.
final class SettingsTable {
    /// A setting that Kafka would have chosen otherwise.
    static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private static final List<String> COLUMNS = List.of("name", "value", "default");

    /// How the width is shared, in percent: Kafka's longest name fits, every reason has room.
    private static final List<Integer> WIDTHS = List.of(58, 21, 21);

    private final GridPane grid = Styles.styled(new GridPane(), "settings-table");
    private final SettingsText texts;

    private SettingsTable(SettingsText texts) {
        this.texts = texts;
    }

    static GridPane of(List<Setting> settings, SettingsText texts) {
        var table = new SettingsTable(texts);
        table.fill(settings);
        return table.grid;
    }

    private void fill(List<Setting> settings) {
        for (int width : WIDTHS) {
            var column = new ColumnConstraints();
            column.setPercentWidth(width);
            grid.getColumnConstraints().add(column);
        }
        head();
        Setting.Component last = null;
        for (Setting setting : settings) {
            if (setting.component() != last) {
                last = setting.component();
                add(label(texts.component(last), "part"), 0, grid.getRowCount(), COLUMNS.size());
            }
            row(setting);
        }
    }

    private void head() {
        for (int i = 0; i < COLUMNS.size(); i++) {
            var words = texts.messages().get("settings.column." + COLUMNS.get(i));
            add(label(words, Styles.CAPTION), i, 0, 1);
        }
    }

    private void row(Setting setting) {
        int row = grid.getRowCount();
        var name = label(setting.name(), Styles.CODE);
        name.setAccessibleText(texts.spoken(setting));
        var value = label(texts.value(setting), Styles.CODE, "value");
        value.pseudoClassStateChanged(DIFFERS, setting.differs());
        var theirs =
                label(
                        texts.kafkaDefault(setting),
                        setting.differs() ? Styles.CODE : Styles.CAPTION);
        var what = new VBox(name, label(texts.why(setting), Styles.CAPTION));
        grid.add(what, 0, row);
        add(value, 1, row, 1);
        add(theirs, 2, row, 1);
    }

    private void add(Label label, int column, int row, int span) {
        GridPane.setValignment(label, VPos.TOP);
        grid.add(label, column, row, span, 1);
    }

    private static Label label(String text, String... classes) {
        var label = Styles.styled(new Label(text), classes);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
