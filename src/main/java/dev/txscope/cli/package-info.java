/// The command line: what the program is started with, and what it prints where there is no window.
///
/// May use: `command`, `event`, `projection`, `playback`, `text`, the choices of `ui.shell`,
/// picocli, and the JDK’s HTTP client and Jackson to talk to the services as anybody does. What it
/// starts is handed in as a [dev.txscope.cli.Program]. Thread rule: everything runs on the thread
/// that calls it.
@NullMarked
package dev.txscope.cli;

import org.jspecify.annotations.NullMarked;
