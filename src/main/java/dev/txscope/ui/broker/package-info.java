/// The broker's pill in the top bar: how it is, and its address to be copied.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `text`. FX thread only.
@NullMarked
package dev.txscope.ui.broker;

import org.jspecify.annotations.NullMarked;
