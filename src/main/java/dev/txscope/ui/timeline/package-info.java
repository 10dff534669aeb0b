/// The timeline: how it came about, step by step, in lanes side by side.
///
/// May use: `ui.fx`, `ui.control`, `text`, `projection`, `playback`, JavaFX. Everything here
/// belongs to the FX thread, except the values [dev.txscope.ui.timeline.LaneGeometry] and
/// [dev.txscope.ui.timeline.Trace].
@NullMarked
package dev.txscope.ui.timeline;

import org.jspecify.annotations.NullMarked;
