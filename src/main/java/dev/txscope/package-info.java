/// The composition root: where the window or the command line is put together from its parts.
///
/// May use: everything.
@NullMarked
package dev.txscope;

import org.jspecify.annotations.NullMarked;
