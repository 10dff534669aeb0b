/// The producer's card: what a person can do, what it is doing, and the statement that the last
/// click ran.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `playback`, `command`, `text`. FX thread only.
@NullMarked
package dev.txscope.ui.producer;

import org.jspecify.annotations.NullMarked;
