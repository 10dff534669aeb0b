package dev.txscope.ui.shell;

import dev.txscope.command.SecondConsumer;
import dev.txscope.text.Language;

/// What a person chose, to be remembered.
///
/// @param services whether the local HTTP services are on, and who is their second consumer
public record Choices(
        Language language,
        Theme theme,
        TextSize textSize,
        boolean details,
        boolean free,
        Services services) {

    /// Without the services.
    public Choices(
            Language language, Theme theme, TextSize textSize, boolean details, boolean free) {
        this(language, theme, textSize, details, free, Services.OFF);
    }

    /// What a person wants of the local HTTP services.
    public record Services(boolean on, SecondConsumer second) {
        public static final Services OFF = new Services(false, SecondConsumer.JAVA);
    }

    /// What a person who never chose gets.
    public static Choices initial() {
        return new Choices(Language.ofSystem(), Theme.SYSTEM, TextSize.NORMAL, false, false);
    }

    /// Where choices are remembered.
    public interface Store {
        Choices load();

        void save(Choices choices);

        /// Remembers nothing.
        static Store none(Choices choices) {
            return new Store() {
                @Override
                public Choices load() {
                    return choices;
                }

                @Override
                public void save(Choices ignored) {}
            };
        }
    }
}
