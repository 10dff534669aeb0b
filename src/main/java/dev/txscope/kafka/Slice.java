package dev.txscope.kafka;

import dev.txscope.event.Outcome;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/// What one Fetch response holds of a partition.
///
/// @param aborted filled by a `read_committed` fetch only
record Slice(long highWatermark, long lastStable, List<Batch> batches, List<Aborted> aborted) {

    /// A batch of the log, as it is stored.
    ///
    /// @param marker what a control batch says, null for records
    record Batch(Header header, List<Entry> entries, @Nullable Marker marker) {}

    /// @param lastOffset can be past the last entry's after compaction
    record Header(
            long lastOffset,
            long producerId,
            int producerEpoch,
            boolean transactional,
            Instant writtenAt) {}

    /// A record of a batch; the buffers are read-only views of the response.
    record Entry(long offset, @Nullable ByteBuffer key, @Nullable ByteBuffer value) {}

    /// The end of a transaction in this partition.
    record Marker(long offset, Outcome outcome, int coordinatorEpoch) {}

    /// A transaction whose records the client has to drop.
    record Aborted(long producerId, long firstOffset) {}
}
