/// Controls and icons that know no product type.
///
/// May use: `ui.fx`, JavaFX. FX thread only.
@NullMarked
package dev.txscope.ui.control;

import org.jspecify.annotations.NullMarked;
