package dev.txscope.text;

import java.util.Locale;

/// The languages that TxScope speaks.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /// `en` or `fr`.
    public String code() {
        return locale.getLanguage();
    }

    /// The other language: there are two.
    public Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }

    /// French where the system speaks French, else English.
    public static Language ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
    }

    /// The language with that code, English for any other.
    public static Language of(String code) {
        return code.equals(FRENCH.code()) ? FRENCH : ENGLISH;
    }
}
