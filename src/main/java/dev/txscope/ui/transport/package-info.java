/// The transport bar: pause, step, scrub through the run, and back to what happens now.
///
/// May use: `ui.fx`, `ui.control`, `text`, `projection`, `playback`, JavaFX. Everything here
/// belongs to the FX thread.
@NullMarked
package dev.txscope.ui.transport;

import org.jspecify.annotations.NullMarked;
