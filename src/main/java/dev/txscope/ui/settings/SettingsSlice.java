package dev.txscope.ui.settings;

import dev.txscope.event.Setting;
import dev.txscope.ui.control.Overlay;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/// The settings of broker and clients, over the window until they are closed. Built when they are
/// first asked for.
public final class SettingsSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/settings/settings.css";

    private final Texts texts;
    private final Overlay overlay = new Overlay();
    private final SimpleObjectProperty<List<Setting>> settings =
            new SimpleObjectProperty<>(List.of());
    private final ScrollPane rows = new ScrollPane();

    public SettingsSlice(ViewContext context) {
        texts = context.texts();
    }

    public Region view() {
        return overlay.view();
    }

    /// Whether the settings are shown; what lies behind must not be reached then.
    public ReadOnlyBooleanProperty openProperty() {
        return overlay.openProperty();
    }

    /// What is known of the settings now.
    public void show(List<Setting> known) {
        settings.set(known);
    }

    public void open() {
        if (overlay.panel().getChildren().isEmpty()) {
            build();
        }
        overlay.open(rows);
    }

    private void build() {
        rows.setId("settings-rows");
        rows.setFitToWidth(true);
        rows.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rows.setFocusTraversable(true);
        rows.accessibleTextProperty().bind(texts.of("settings.title"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.contentProperty()
                .bind(
                        Bindings.createObjectBinding(
                                this::table, settings, texts.languageProperty()));
        var title = Nodes.label(texts.of("settings.title"), Styles.TITLE);
        overlay.panel().getStyleClass().add("settings");
        overlay.panel().getChildren().addAll(title, intro(), rows, buttons());
    }

    private Node table() {
        return SettingsTable.of(settings.get(), words());
    }

    private SettingsText words() {
        return new SettingsText(texts.messages());
    }

    private Label intro() {
        var intro =
                Nodes.label(
                        Bindings.createStringBinding(
                                () -> words().intro(settings.get()),
                                settings,
                                texts.languageProperty()),
                        "wrapped");
        intro.setMinHeight(Region.USE_PREF_SIZE);
        return intro;
    }

    private HBox buttons() {
        var copy = Nodes.button(texts, "settings.copy", "settings-copy");
        copy.setOnAction(_ -> copy());
        copy.disableProperty().bind(settings.isEqualTo(List.of()));
        var close = Nodes.button(texts, "shell.close", "settings-close");
        close.setOnAction(_ -> overlay.close());
        return Styles.styled(new HBox(copy, close), "settings-buttons");
    }

    private void copy() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, words().copied(settings.get())));
    }
}
