package dev.txscope.ui.services;

import dev.txscope.projection.ServicesState;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The services' switch, wherever it stands.
///
/// @param on whether the person wants the services
record ServicesSwitch(Texts texts, ReadOnlyBooleanProperty on, Runnable toggle) {

    /// One for the top bar: it says how the services are, and has the way to the overlay beside it.
    HBox bar(ReadOnlyObjectProperty<ServicesState> state, Runnable open) {
        var toggle = button("services-switch");
        toggle.textProperty().bind(said(state));
        toggle.graphicProperty().bind(state.map(ServicesSwitch::icon));
        state.subscribe(
                now -> {
                    toggle.pseudoClassStateChanged(Styles.FAILED, now.trouble());
                    toggle.pseudoClassStateChanged(
                            Styles.COMMITTED, now.wanted() && !now.trouble());
                });
        var more = new Button();
        more.setId("services-open");
        Nodes.tip(more, texts.of("services.open.tip"));
        more.setGraphic(Icons.more());
        more.accessibleTextProperty().bind(texts.of("services.title"));
        more.setOnAction(_ -> open.run());
        return Styles.styled(new HBox(toggle, more), "services-bar");
    }

    /// One without words of its own.
    ToggleButton button(String id) {
        var button = new ToggleButton();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        on.subscribe(button::setSelected);
        button.setOnAction(_ -> toggle.run());
        Nodes.tip(button, texts.of("services.switch.tip"));
        return button;
    }

    private static Node icon(ServicesState services) {
        if (services.trouble()) {
            return Icons.warning();
        }
        return services.wanted() ? Icons.check() : Icons.play();
    }

    private ObservableValue<String> said(ReadOnlyObjectProperty<ServicesState> state) {
        return Bindings.createStringBinding(
                () -> new ServicesText(texts.messages()).button(state.get()),
                state,
                texts.languageProperty());
    }
}
