/// What the program leaves behind for whoever has to find a fault: a bounded log, and a report of
/// each crash. Neither holds a record's content or a secret.
///
/// Knows the JDK only. Safe for use by any thread.
@NullMarked
package dev.txscope.report;

import org.jspecify.annotations.NullMarked;
