package dev.txscope.ui.services;

import dev.txscope.projection.ServicesState.ServiceState;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Function;

/// One service in the overlay.
final class ServiceView {
    private final ObjectProperty<ServiceModel> model = new SimpleObjectProperty<>(ServiceModel.OFF);
    private final Texts texts;
    private final String name;
    private final String usual;

    /// @param usual where it listens unless told otherwise
    ServiceView(String name, String usual, Texts texts) {
        this.name = name;
        this.usual = usual;
        this.texts = texts;
    }

    void show(ServiceModel next) {
        if (!next.equals(model.get())) {
            model.set(next);
        }
    }

    /// @param retry tries again to start what could not
    VBox build(boolean writes, Runnable retry) {
        var title = Nodes.label(texts.of("services.name." + name), Styles.TITLE);
        var status = said("status", ServicesText::status);
        var address = CopyLine.of(address(), id("copy-address"), texts);
        var what = new HBox(title, status);
        var box = new VBox(Styles.styled(what, "service-head"), address, trouble(retry));
        box.getChildren().add(said("consumer", ServicesText::consumer));
        box.getChildren().add(said("delivered", ServicesText::delivered));
        for (int i = 0; i < ServiceLines.of(usual, writes).size(); i++) {
            int index = i;
            var line = address().map(where -> ServiceLines.of(where, writes).get(index));
            box.getChildren().add(CopyLine.of(line, id("copy-" + i), texts));
        }
        return Styles.styled(box, "service");
    }

    private interface Saying {
        String say(ServicesText text, ServiceModel model);
    }

    private Label said(String id, Saying saying) {
        ObservableValue<String> text =
                Bindings.createStringBinding(
                        () -> saying.say(new ServicesText(texts.messages()), model.get()),
                        model,
                        texts.languageProperty());
        var label = Nodes.label(text, "wrapped", "service-" + id);
        label.setId(id(id));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return Nodes.shownWhen(label, text.map(t -> !t.isEmpty()));
    }

    /// Who has the port, and another try.
    private HBox trouble(Runnable retry) {
        var taken = failure(f -> ServicesText.isPortTaken(f) ? f.why().message() : "");
        var ask = CopyLine.of(taken, id("copy-ask"), texts);
        Nodes.shownWhen(ask, taken.map(line -> !line.isEmpty()));
        var again = new Button();
        again.setId(id("retry"));
        again.textProperty().bind(texts.of("shell.retry"));
        Nodes.tip(again, texts.of("services.retry.tip"));
        again.setOnAction(_ -> retry.run());
        var box = Styles.styled(new HBox(Icons.warning(), ask, again), "service-trouble");
        return Nodes.shownWhen(box, model.map(m -> m.state() instanceof ServiceState.Failed));
    }

    private ObservableValue<String> failure(Function<ServiceState.Failed, String> of) {
        return model.map(m -> m.state() instanceof ServiceState.Failed f ? of.apply(f) : "");
    }

    private ObservableValue<String> address() {
        return model.map(m -> m.state() == null ? usual : m.state().address());
    }

    private String id(String part) {
        return "service-" + name + "-" + part;
    }
}
