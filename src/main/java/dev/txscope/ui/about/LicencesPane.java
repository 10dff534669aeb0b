package dev.txscope.ui.about;

import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is shipped, and the licence of the one that is selected.
final class LicencesPane {
    private final ListView<Component> components = new ListView<>();
    private final TextArea licence = new TextArea();
    private final Label from = Styles.styled(new Label(), Styles.CAPTION);
    private final HBox view;

    LicencesPane(Texts texts, List<Component> shipped) {
        components.setId("about-components");
        components.setCellFactory(_ -> new Cell());
        components.accessibleTextProperty().bind(texts.of("about.components"));
        components.getItems().setAll(shipped);
        components.getSelectionModel().selectedItemProperty().subscribe(this::show);
        licence.setId("about-licence");
        licence.setEditable(false);
        licence.setWrapText(true);
        licence.getStyleClass().add(Styles.CODE);
        licence.accessibleTextProperty().bind(texts.of("about.licence"));
        Nodes.tip(licence, texts.of("about.licence"));
        VBox.setVgrow(licence, Priority.ALWAYS);
        var right = Styles.styled(new VBox(from, licence), "about-text");
        HBox.setHgrow(right, Priority.ALWAYS);
        view = Styles.styled(new HBox(components, right), "about-licences");
        components.getSelectionModel().selectFirst();
    }

    Node view() {
        return view;
    }

    /// What takes the focus first.
    Node first() {
        return components;
    }

    private void show(@Nullable Component selected) {
        if (selected != null) {
            String address = selected.address().isEmpty() ? "" : " · " + selected.address();
            from.setText(selected.title() + " · " + selected.licence() + address);
            licence.setText(selected.licenceText());
            licence.positionCaret(0);
            licence.setScrollTop(0);
        }
    }

    /// A component in two lines.
    private static final class Cell extends ListCell<Component> {
        private final Label title = new Label();
        private final Label under = Styles.styled(new Label(), Styles.CAPTION);
        private final VBox lines = new VBox(title, under);

        @Override
        protected void updateItem(@Nullable Component item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                title.setText(item.title());
                under.setText(item.licence());
                setGraphic(lines);
                setAccessibleText(item.title() + ", " + item.licence());
            }
        }
    }
}
