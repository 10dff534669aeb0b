/// The command line: what the program is started with, and what it prints where there is no window.
///
/// May use: `command`, `event`, `projection`, `playback`, `text`, picocli. What it starts is handed in.
@NullMarked
package dev.txscope.cli;

import org.jspecify.annotations.NullMarked;
