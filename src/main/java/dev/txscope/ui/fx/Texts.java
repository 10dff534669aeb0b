package dev.txscope.ui.fx;

import dev.txscope.projection.Message;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The sentences in the language that is shown now; bindings follow when it is switched.
public final class Texts {
    private final ObjectProperty<Language> language;

    public Texts(Language first) {
        language = new SimpleObjectProperty<>(this, "language", first);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Messages messages() {
        return Messages.in(language.get());
    }

    public String get(String key, Object... arguments) {
        return messages().get(key, arguments);
    }

    public String get(Message message) {
        return messages().get(message);
    }

    /// A sentence that is always in the language that is shown.
    public StringBinding of(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), language);
    }
}
