package dev.txscope.ui.diagram;

import dev.txscope.projection.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/// What the diagram shows at one moment.
///
/// @param current the state that the coordinator said; null while it has said none
/// @param clientOnly whether the client has begun what the coordinator does not know of yet
/// @param lasted how long the newest visit of a Prepare state lasted, by the coordinator's own
///   clock
/// @param caption what it said, and when
/// @param skipped how many visits were not shown one by one, since too many came at once
record Shown(
        @Nullable Stage current,
        boolean clientOnly,
        Map<Stage, Duration> lasted,
        Message caption,
        int skipped) {

    static final Shown NOTHING =
            new Shown(null, false, Map.of(), Message.of("diagram.caption.none"), 0);

    Shown {
        lasted = Map.copyOf(lasted);
    }

    /// Whether that stage is where the transaction is, as far as anybody knows.
    boolean isCurrent(Stage stage) {
        return stage == current && !clientOnly;
    }

    /// Whether the coordinator still says that stage, while the client is one step further.
    boolean isBehind(Stage stage) {
        return stage == current && clientOnly && stage != Stage.IN_TRANSACTION;
    }

    /// Whether only the client knows that it is there.
    boolean isClients(Stage stage) {
        return clientOnly && stage == Stage.IN_TRANSACTION;
    }

    Shown withSkipped(int count) {
        return new Shown(current, clientOnly, lasted, caption, count);
    }
}
