/// The local HTTP services: on and off, where they listen, what they have delivered, the lines to
/// try them.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `event`, `command`, `text`. FX thread only.
@NullMarked
package dev.txscope.ui.services;

import org.jspecify.annotations.NullMarked;
