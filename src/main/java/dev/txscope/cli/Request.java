package dev.txscope.cli;

import dev.txscope.text.Language;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.Theme;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What a command line asks for, checked.
public sealed interface Request {

    /// @param text the help in the chosen language
    record Help(String text) implements Request {}

    record Version() implements Request {}

    /// The window.
    ///
    /// @param port where the broker's clients connect, 0 for a free one
    /// @param data where the broker's data is kept; null for a fresh folder
    /// @param language null for what was chosen last time
    /// @param theme null for what was chosen last time
    record Window(int port, @Nullable Path data, @Nullable Language language, @Nullable Theme theme)
            implements Request {
        public static final Window DEFAULT = new Window(0, null, null, null);

        /// The choices of last time with those of this start.
        public Choices over(Choices stored) {
            return new Choices(
                    language == null ? stored.language() : language,
                    theme == null ? stored.theme() : theme,
                    stored.textSize(),
                    stored.details(),
                    stored.free());
        }
    }

    /// The walk without a window.
    ///
    /// @param details whether the small print is printed
    /// @param picture null for none
    record Demo(int port, Language language, boolean details, @Nullable Picture picture)
            implements Request {}

    /// A picture of the window.
    ///
    /// @param width in pixels
    /// @param height in pixels
    record Picture(Path file, int width, int height, Choices choices) {}
}
