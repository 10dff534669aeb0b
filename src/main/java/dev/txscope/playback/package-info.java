/// The cursor over the facts: the state of things and the timeline at any point of the run.
///
/// May use: `event`, `projection`. [dev.txscope.playback.History] may be used by any thread; what
/// it returns is immutable.
@NullMarked
package dev.txscope.playback;

import org.jspecify.annotations.NullMarked;
