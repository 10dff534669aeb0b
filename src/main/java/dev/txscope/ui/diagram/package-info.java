/// The state diagram: the course's six states, moved by what the coordinator's own log says.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `playback`, `event`, `text`, JavaFX. Everything
/// here belongs to the FX thread, except the records, which are immutable.
@NullMarked
package dev.txscope.ui.diagram;

import org.jspecify.annotations.NullMarked;
