package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.Content;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Failure;
import dev.txscope.event.LogEvent;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.SessionEvent;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What one lane shows in one row of the timeline: what was known then, and it stays.
public sealed interface Cell {

    /// Cells that speak of records, so that a hovered record can be found in every lane.
    sealed interface OfRecords extends Cell {
        /// The offsets that it speaks of.
        Span span();
    }

    /// Neighbouring offsets, shown as one cell.
    ///
    /// @param count how many records; markers may lie between them
    /// @param samples the first records' contents, at most [#SAMPLES]
    /// @param byKey whether people know these records by their keys: somebody outside asked for
    ///   them
    record Span(long first, long last, int count, List<Content> samples, boolean byKey) {
        public static final int SAMPLES = 3;

        static Span of(long offset, Content content, boolean byKey) {
            return new Span(offset, offset, 1, List.of(content), byKey);
        }

        public boolean contains(long offset) {
            return first <= offset && offset <= last;
        }

        Span join(Span next) {
            List<Content> shown =
                    samples.size() >= SAMPLES
                            ? samples
                            : Stream.concat(samples.stream(), next.samples.stream())
                                    .limit(SAMPLES)
                                    .toList();
            return new Span(first, next.last, count + next.count, shown, byKey);
        }
    }

    /// The application called, by one click; `send` once for each of the click's `count` records.
    record Called(ProducerCall call, int count) implements Cell {}

    /// Somebody outside asked for a whole transaction.
    ///
    /// @param statement the command line that does
    record Requested(String statement) implements Cell {}

    /// What was asked for was never begun.
    record Refused(String reason) implements Cell {}

    record Returned(ProducerCall call, Duration took) implements Cell {}

    /// @param count how many calls of one click failed alike, one after the other
    record Failed(ProducerCall call, int count, Failure failure) implements Cell {}

    /// `send`'s callback: the leader has them.
    record Acknowledged(Span span, Duration took) implements OfRecords {}

    /// `send`'s callback: the record is not in the log.
    record Rejected(int count, Failure failure) implements Cell {}

    /// Ours: `beginTransaction()` told the coordinator nothing.
    record NotTold() implements Cell {}

    record StateSaid(TransactionStateChanged entry) implements Cell {}

    record Appended(Span span, boolean transactional, int producerEpoch) implements OfRecords {}

    /// @param producerEpoch as written in the marker
    record MarkerAppended(long offset, Outcome outcome, int producerEpoch) implements Cell {}

    /// The high watermark or the last stable offset moved, or a fetch listed an aborted
    /// transaction.
    record LogMoved(LogEvent event) implements Cell {}

    /// `poll()` returned them.
    record Delivered(Span span) implements OfRecords {}

    /// The broker does not serve them to this consumer yet.
    ///
    /// @param lastStableOffset where its reads stop
    record Held(Span span, long lastStableOffset) implements OfRecords {}

    /// They arrived at the consumer's client, which dropped them.
    record Filtered(Span span) implements OfRecords {}

    /// Ours: this consumer is never told of a commit or an abort.
    record NoNews(Outcome outcome) implements Cell {}

    record PositionMoved(long from, long to) implements Cell {}

    record ReaderStarted(long position) implements Cell {}

    record ReaderFailed(Failure failure) implements Cell {}

    /// What a consumer of a group was given, or committed.
    record OfGroup(ConsumerEvent event) implements Cell {}

    /// The broker's life, or the lab's.
    record SessionNote(SessionEvent event) implements Cell {}
}
