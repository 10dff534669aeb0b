/// Pure folds over the facts, and their immutable states: what every view shows.
///
/// May use: `event`, persistent collections. No clock, no randomness, no thread: the same facts
/// give the same state, and one more fact costs O(log n).
@NullMarked
package dev.txscope.projection;

import org.jspecify.annotations.NullMarked;
