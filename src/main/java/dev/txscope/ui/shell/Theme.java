package dev.txscope.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;

import java.util.Locale;

/// What the window looks like.
public enum Theme {
    /// As the system does, and it follows when that changes.
    SYSTEM,
    LIGHT,
    DARK;

    /// The theme with that name, whatever its case; the system's for any other.
    public static Theme of(String name) {
        for (Theme theme : values()) {
            if (theme.name().equals(name.toUpperCase(Locale.ROOT))) {
                return theme;
            }
        }
        return SYSTEM;
    }

    boolean isDark(ColorScheme system) {
        return switch (this) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// The opposite of what is seen now.
    Theme opposite(ColorScheme system) {
        return isDark(system) ? LIGHT : DARK;
    }

    /// AtlantaFX's stylesheet for the whole application.
    static String userAgentStylesheet(boolean dark) {
        return dark
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
    }
}
