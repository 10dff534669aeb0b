/// *Now*: the grid by offset. What is in the log, and under it what each consumer's application was
/// given.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `playback`, `event`, `text`, JavaFX. Everything
/// here belongs to the FX thread, except the records, which are immutable.
@NullMarked
package dev.txscope.ui.now;

import org.jspecify.annotations.NullMarked;
