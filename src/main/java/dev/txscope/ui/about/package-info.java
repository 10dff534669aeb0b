/// What this program is, where it keeps things, what it is made of and under which licences.
///
/// May use: `ui.fx`, `ui.control`, `event`, `text`. `AboutSlice` and the views: FX thread only; the
/// others: any thread.
@NullMarked
package dev.txscope.ui.about;

import org.jspecify.annotations.NullMarked;
