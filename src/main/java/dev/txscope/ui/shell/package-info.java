/// The window: places the slices, and holds theme, language, text size and keys.
///
/// May use: the slices, `ui.fx`, `ui.control`, `playback`, `projection`, `command`, `text`,
/// AtlantaFX. FX thread only.
@NullMarked
package dev.txscope.ui.shell;

import org.jspecify.annotations.NullMarked;
