package dev.txscope.ui.services;

import dev.txscope.command.SecondConsumer;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;

/// The choice of the client that reads for the second service.
///
/// @param kcat what `kcat` is on this machine; empty where there is none, which is then no choice
record ReaderChoice(Texts texts, ObjectProperty<SecondConsumer> reader, StringProperty kcat) {

    /// @param chosen called after the person has chosen
    CheckBox build(Runnable chosen) {
        var check = new CheckBox();
        check.setId("services-kcat");
        check.textProperty()
                .bind(Bindings.createStringBinding(this::said, kcat, texts.languageProperty()));
        check.disableProperty().bind(kcat.isEmpty());
        reader.subscribe(now -> check.setSelected(now == SecondConsumer.KCAT));
        check.setOnAction(
                _ -> {
                    reader.set(check.isSelected() ? SecondConsumer.KCAT : SecondConsumer.JAVA);
                    chosen.run();
                });
        Nodes.tip(check, texts.of("services.kcat.tip"));
        return check;
    }

    private String said() {
        return kcat.get().isEmpty()
                ? texts.get("services.kcat.none")
                : texts.get("services.kcat", kcat.get());
    }
}
