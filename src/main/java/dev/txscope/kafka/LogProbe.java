package dev.txscope.kafka;

import dev.txscope.event.Content;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;
import dev.txscope.kafka.Slice.Batch;
import dev.txscope.kafka.Slice.Marker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Looks at a partition's log through its leader, and reports batches, markers, HW and LSO.
///
/// It reads as a `read_uncommitted` consumer does, parked at the end. A response carries the HW and
/// the LSO of the moment before its records were read: when they cannot be the final ones, it asks
/// again.
final class LogProbe implements LogFollower.Reader {
    private static final Duration PARKED = Duration.ofMillis(500);
    private static final Duration UNSETTLED = Duration.ofMillis(5);
    private static final int MAX_BYTES = 1024 * 1024;

    private final TopicPartition partition;
    private final Source source;
    private final FactStream facts;
    private final OpenTransactions open = new OpenTransactions();
    private long next;
    private long highWatermark;
    private long lastStable;

    LogProbe(TopicPartition partition, FactStream facts) {
        this.partition = partition;
        this.source = new Source(Source.Kind.LOG, partition.toString());
        this.facts = facts;
    }

    @Override
    public void read(PartitionFetcher fetcher) throws IOException {
        var slice = fetcher.fetch(next, Isolation.READ_UNCOMMITTED, patience(), MAX_BYTES);
        slice.batches().forEach(this::report);
        // The leader reads the HW first: an LSO past it shows that the HW has moved meanwhile.
        report(Math.max(slice.highWatermark(), slice.lastStable()), slice.lastStable());
        for (var ended = open.pollListed(lastStable);
                ended != null;
                ended = open.pollListed(lastStable)) {
            list(fetcher, ended);
        }
    }

    /// Parked only when HW and LSO are where the records and markers seen so far must bring them.
    private Duration patience() {
        boolean settled = highWatermark >= next && lastStable == open.firstOffset(highWatermark);
        return settled ? PARKED : UNSETTLED;
    }

    private void report(Batch batch) {
        var marker = batch.marker();
        if (marker != null) {
            report(batch, marker);
        } else if (!batch.entries().isEmpty()) {
            reportRecords(batch);
        }
        next = batch.header().lastOffset() + 1;
    }

    private void reportRecords(Batch batch) {
        var header = batch.header();
        var records =
                batch.entries().stream()
                        .map(
                                e ->
                                        new LoggedRecord(
                                                e.offset(),
                                                Content.of(text(e.key()), text(e.value()))))
                        .toList();
        if (header.transactional()) {
            open.began(header.producerId(), records.getFirst().offset());
        }
        saw(
                new BatchAppended(
                        partition,
                        header.producerId(),
                        header.producerEpoch(),
                        header.transactional(),
                        header.writtenAt(),
                        records));
    }

    private void report(Batch batch, Marker marker) {
        var header = batch.header();
        open.ended(header.producerId(), marker.offset(), marker.outcome() == Outcome.ABORT);
        saw(
                new MarkerWritten(
                        partition,
                        marker.offset(),
                        header.producerId(),
                        header.producerEpoch(),
                        marker.outcome(),
                        marker.coordinatorEpoch(),
                        header.writtenAt()));
    }

    private void report(long newHighWatermark, long newLastStable) {
        if (newHighWatermark != highWatermark) {
            saw(new HighWatermarkMoved(partition, highWatermark, newHighWatermark));
            highWatermark = newHighWatermark;
        }
        if (newLastStable != lastStable) {
            saw(new LastStableOffsetMoved(partition, lastStable, newLastStable));
            lastStable = newLastStable;
        }
    }

    /// Fetches as the `read_committed` consumer's client did, and reports what it was told to drop.
    private void list(PartitionFetcher fetcher, OpenTransactions.Ended ended) throws IOException {
        fetcher
                .fetch(ended.firstOffset(), Isolation.READ_COMMITTED, Duration.ZERO, 1)
                .aborted()
                .stream()
                .filter(a -> a.producerId() == ended.producerId())
                .filter(a -> a.firstOffset() == ended.firstOffset())
                .map(a -> new AbortedTransactionListed(partition, a.producerId(), a.firstOffset()))
                .forEach(this::saw);
    }

    private void saw(LogEvent event) {
        facts.saw(source, event);
    }

    private static @Nullable String text(@Nullable ByteBuffer bytes) {
        return bytes == null ? null : StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
