package dev.txscope.playback;

import dev.txscope.event.Envelope;
import dev.txscope.projection.TimelineState;
import dev.txscope.projection.World;

/// Everything that a view can show, after the first `size` facts.
///
/// @param size how many facts it holds; the newest one's `seq` is one less
public record Frame(long size, World world, TimelineState timeline) {

    public static Frame empty() {
        return new Frame(0, World.initial(), TimelineState.initial());
    }

    /// The frame with one more fact.
    public Frame plus(Envelope e) {
        World next = world.apply(e);
        return new Frame(size + 1, next, timeline.apply(e, next));
    }
}
