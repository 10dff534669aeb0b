package dev.txscope.projection;

import java.util.List;

/// A sentence that is not yet in a language: the bundle's key, and what goes into it.
public record Message(String key, List<Object> arguments) {

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
