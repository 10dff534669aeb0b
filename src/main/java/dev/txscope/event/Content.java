package dev.txscope.event;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// What a record carries, short enough to be kept in every fact that speaks of it.
///
/// @param key the key's first [#LIMIT] characters, null where the record has none
/// @param value the value's first [#LIMIT] characters, null for a tombstone
/// @param bytes the size of the whole value in UTF-8
public record Content(@Nullable String key, @Nullable String value, int bytes) {
    /// Longer keys and values are cut here, so that a record of 1 MB stays a small fact; a `txId`
    /// of 1,000 emojis is kept whole.
    public static final int LIMIT = 2048;

    public static Content of(@Nullable String key, @Nullable String value) {
        int bytes = value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
        return new Content(cut(key), cut(value), bytes);
    }

    /// Whether the fact holds less of the value than the record does.
    public boolean shortened() {
        return value != null && value.getBytes(StandardCharsets.UTF_8).length < bytes;
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= LIMIT) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LIMIT - 1));
        return text.substring(0, splitsPair ? LIMIT - 1 : LIMIT);
    }
}
