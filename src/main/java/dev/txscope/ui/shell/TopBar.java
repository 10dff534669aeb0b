package dev.txscope.ui.shell;

import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The name, the broker's pill, and how the window is shown: details, language, theme, text size;
/// and what the program is.
final class TopBar {
    private final ViewContext context;
    private final Looks looks;
    private final Texts texts;

    TopBar(ViewContext context, Looks looks) {
        this.context = context;
        this.looks = looks;
        texts = context.texts();
    }

    Region build(Node broker, Node services, Node about) {
        var name = Nodes.label(texts.of("shell.name"), "brand");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar =
                new HBox(
                        name,
                        broker,
                        services,
                        space,
                        details(),
                        language(),
                        theme(),
                        textSize(),
                        about);
        return Styles.styled(bar, "top-bar");
    }

    private Node details() {
        var toggle = new ToggleButton();
        toggle.setId("shell-details");
        toggle.textProperty().bind(texts.of("shell.details"));
        toggle.selectedProperty().bindBidirectional(context.detailsProperty());
        Nodes.tip(toggle, texts.of("shell.details.tip"));
        return toggle;
    }

    private Node language() {
        var button = Nodes.button(texts, "shell.language", "shell-language");
        button.setOnAction(_ -> switchLanguage());
        return button;
    }

    private Node theme() {
        var button = new Button();
        button.setId("shell-theme");
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                looks.isDark()
                                                        ? "shell.theme.light"
                                                        : "shell.theme.dark"),
                                looks.themeProperty(),
                                texts.languageProperty()));
        Nodes.tip(button, texts.of("shell.theme.tip"));
        button.setOnAction(_ -> looks.toggleTheme());
        return button;
    }

    private Node textSize() {
        var button = new Button();
        button.setId("shell-text-size");
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                "shell.textSize."
                                                        + looks.textSizeProperty().get().name()),
                                looks.textSizeProperty(),
                                texts.languageProperty()));
        Nodes.tip(button, texts.of("shell.textSize.tip"));
        button.setOnAction(_ -> nextTextSize());
        return button;
    }

    void switchLanguage() {
        var language = texts.languageProperty();
        language.set(language.get().other());
    }

    void nextTextSize() {
        looks.textSizeProperty().set(looks.textSizeProperty().get().next());
    }
}
