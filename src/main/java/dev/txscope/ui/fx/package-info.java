/// The one hand-off to the FX thread, style names, the language that is shown: what every view
/// needs.
///
/// May use: JavaFX, `text`. Everything but [dev.txscope.ui.fx.FxPump] belongs to the FX thread.
@NullMarked
package dev.txscope.ui.fx;

import org.jspecify.annotations.NullMarked;
