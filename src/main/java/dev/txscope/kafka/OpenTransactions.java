package dev.txscope.kafka;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/// The transactions of one partition that have records and no marker, and the aborted ones that the
/// LSO has not passed yet.
final class OpenTransactions {

    /// An aborted transaction, from its first record to its marker.
    record Ended(long producerId, long firstOffset, long markerOffset) {}

    private final Map<Long, Long> firstOffsets = new HashMap<>();
    private final Queue<Ended> aborted = new ArrayDeque<>();

    void began(long producerId, long offset) {
        firstOffsets.putIfAbsent(producerId, offset);
    }

    void ended(long producerId, long markerOffset, boolean abort) {
        Long first = firstOffsets.remove(producerId);
        if (first != null && abort) {
            aborted.add(new Ended(producerId, first, markerOffset));
        }
    }

    /// Where the LSO must stand: at the first open record, or at the end.
    long firstOffset(long end) {
        return firstOffsets.values().stream().mapToLong(Long::longValue).min().orElse(end);
    }

    /// Takes an aborted transaction that `read_committed` fetches are told of by now.
    @Nullable Ended pollListed(long lastStableOffset) {
        var first = aborted.peek();
        return first == null || first.markerOffset() >= lastStableOffset ? null : aborted.remove();
    }
}
