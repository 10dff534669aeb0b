package dev.txscope.playback;

import dev.txscope.projection.TimelineState;

/// Where somebody looks: at the newest fact as it comes, or at an earlier point of the run.
///
/// Looking never acts. A step is a row of the timeline that is not for *Details* alone.
public sealed interface Cursor {
    /// Follows the newest fact.
    record Live() implements Cursor {}

    /// Stays.
    ///
    /// @param size how many facts are seen
    record Paused(long size) implements Cursor {}

    static Cursor live() {
        return new Live();
    }

    /// Stays at what is newest now.
    static Cursor pausedAt(Frame shown) {
        return new Paused(shown.size());
    }

    /// Stays where that many steps are seen, at least one.
    ///
    /// @param latest the timeline with everything that happened
    static Cursor atStep(int step, TimelineState latest) {
        int count = latest.steps().size();
        return count == 0 ? live() : new Paused(latest.sizeAt(Math.clamp(step, 1, count)));
    }

    default boolean isLive() {
        return switch (this) {
            case Live _ -> true;
            case Paused _ -> false;
        };
    }

    /// The frame to show.
    default Frame frame(History history) {
        return switch (this) {
            case Live _ -> history.latest();
            case Paused(long size) -> history.at(size);
        };
    }
}
