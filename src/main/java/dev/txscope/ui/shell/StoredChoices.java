package dev.txscope.ui.shell;

import dev.txscope.command.SecondConsumer;
import dev.txscope.text.Language;

import java.util.prefs.Preferences;

/// Choices in the user's preferences, as the JDK keeps them on each system.
public final class StoredChoices implements Choices.Store {
    private final Preferences preferences;

    public StoredChoices(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Choices load() {
        Choices first = Choices.initial();
        return new Choices(
                Language.of(preferences.get("language", first.language().code())),
                Theme.of(preferences.get("theme", first.theme().name())),
                size(preferences.get("textSize", first.textSize().name())),
                preferences.getBoolean("details", first.details()),
                preferences.getBoolean("free", first.free()),
                services());
    }

    private Choices.Services services() {
        boolean kcat = preferences.get("secondConsumer", "").equals(SecondConsumer.KCAT.name());
        return new Choices.Services(
                preferences.getBoolean("services.on", false),
                kcat ? SecondConsumer.KCAT : SecondConsumer.JAVA);
    }

    @Override
    public void save(Choices choices) {
        preferences.put("language", choices.language().code());
        preferences.put("theme", choices.theme().name());
        preferences.put("textSize", choices.textSize().name());
        preferences.putBoolean("details", choices.details());
        preferences.putBoolean("free", choices.free());
        preferences.putBoolean("services.on", choices.services().on());
        preferences.put("secondConsumer", choices.services().second().name());
    }

    private static TextSize size(String name) {
        for (TextSize size : TextSize.values()) {
            if (size.name().equals(name)) {
                return size;
            }
        }
        return TextSize.NORMAL;
    }
}
