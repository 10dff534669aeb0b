package dev.txscope.ui.shell;

import dev.txscope.text.Language;

/// What a person chose, to be remembered.
public record Choices(
        Language language, Theme theme, TextSize textSize, boolean details, boolean free) {

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
