package dev.txscope.text;

import dev.txscope.projection.Message;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The sentences of one language.
///
/// A key begins with the name of its bundle: `now.title` is in `now_en.properties` and
/// `now_fr.properties`. Patterns are [MessageFormat]'s, so an apostrophe is written ’.
public final class Messages {
    private static final Map<Language, Messages> ALL = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    public static Messages in(Language language) {
        return ALL.computeIfAbsent(language, Messages::new);
    }

    public Language language() {
        return language;
    }

    /// The sentence with its arguments. A [Duration] is written as people do (`3 ms`, `2.6 s`), a
    /// [Message] is resolved itself.
    ///
    /// @throws java.util.MissingResourceException if there is no such key: a defect, found by a
    ///   test
    public String get(String key, Object... arguments) {
        String pattern = bundle(key).getString(key);
        Object[] written = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            written[i] = write(arguments[i]);
        }
        return new MessageFormat(pattern, language.locale()).format(written);
    }

    public String get(Message message) {
        return get(message.key(), message.arguments().toArray());
    }

    private Object write(Object argument) {
        return switch (argument) {
            case Duration d -> Durations.text(d, language);
            case Message m -> get(m);
            default -> argument;
        };
    }

    private ResourceBundle bundle(String key) {
        String area = key.substring(0, key.indexOf('.'));
        return bundles.computeIfAbsent(area, this::load);
    }

    private ResourceBundle load(String area) {
        return ResourceBundle.getBundle(
                "dev.txscope.text." + area,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
