package dev.txscope.projection;

/// The sentence on top of the window: what happened, and why, with what to watch next.
public record Narration(Message what, Message why) {

    Narration because(Message other) {
        return new Narration(what, other);
    }

    static Narration of(String key, Object... arguments) {
        return new Narration(
                Message.of("sentence." + key, arguments),
                Message.of("sentence." + key + ".why", arguments));
    }
}
