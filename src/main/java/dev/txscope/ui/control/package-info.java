/// Controls and shapes that know no product type: what any slice of the window may use.
///
/// May use: JavaFX, `ui.fx`. Everything here belongs to the FX thread.
@NullMarked
package dev.txscope.ui.control;

import org.jspecify.annotations.NullMarked;
