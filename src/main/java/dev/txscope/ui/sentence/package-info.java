/// The sentence on top: what happened, why, what to watch next, and what to do when the broker is
/// away.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `playback`, `command`, `text`. FX thread only.
@NullMarked
package dev.txscope.ui.sentence;

import org.jspecify.annotations.NullMarked;
