package dev.txscope.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// Where something was thrown, without what it says: the message of an exception can quote what a
/// person typed. Only messages that the virtual machine itself writes are kept, since they name
/// variables, classes and numbers.
final class Trace {
    private static final int FRAMES = 100;

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private Trace() {}

    /// Of several lines, each with its end.
    static String of(Throwable thrown) {
        var trace = new Trace();
        trace.tell("", thrown);
        return trace.text.toString();
    }

    private void tell(String how, Throwable thrown) {
        if (!told.add(thrown)) {
            return;
        }
        text.append(how).append(thrown.getClass().getName()).append(message(thrown)).append('\n');
        var frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            tell("Suppressed: ", suppressed);
        }
        if (thrown.getCause() != null) {
            tell("Caused by: ", thrown.getCause());
        }
    }

    private static String message(Throwable thrown) {
        boolean machine =
                thrown instanceof NullPointerException
                        || thrown instanceof IndexOutOfBoundsException
                        || thrown instanceof ClassCastException
                        || thrown instanceof LinkageError
                        || thrown instanceof VirtualMachineError;
        return machine && thrown.getMessage() != null ? ": " + thrown.getMessage() : "";
    }
}
