/// The facts: what was observed on a running broker, typed, immutable, in one order.
///
/// May use: the JDK. Thread rule: everything here is immutable, except
/// [dev.txscope.event.EventLog], which any thread may append to and read.
@NullMarked
package dev.txscope.event;

import org.jspecify.annotations.NullMarked;
