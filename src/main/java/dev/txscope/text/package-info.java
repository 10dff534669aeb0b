/// Every sentence a user reads: bundles in French and English, and how values are written in them.
///
/// May use: `event`, `projection`, the JDK. Immutable: any thread may ask. Used by the window and
/// by the command line, so that both say the same.
@NullMarked
package dev.txscope.text;

import org.jspecify.annotations.NullMarked;
