package dev.txscope.report;

import java.util.HashSet;
import java.util.Set;

/// Which faults of this run are worth a report: each place once, however often it comes again. A
/// fault in a window's layout comes with every frame.
public final class NewFaults {
    /// Who has so many different ones learns nothing from more.
    public static final int MOST = CrashReports.KEPT;

    private final Set<String> known = new HashSet<>();

    /// Whether the fault is the first from its place, and the limit is not reached.
    public synchronized boolean add(Throwable thrown) {
        return known.size() < MOST && known.add(Trace.of(thrown));
    }
}
