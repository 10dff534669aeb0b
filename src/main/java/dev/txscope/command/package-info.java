/// What a person may ask for: commands, in the imperative, and the port that takes them.
///
/// May use: the JDK. Commands are immutable.
@NullMarked
package dev.txscope.command;

import org.jspecify.annotations.NullMarked;
