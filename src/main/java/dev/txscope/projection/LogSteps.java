package dev.txscope.projection;

import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Cell.Span;

import java.util.ArrayList;
import java.util.List;

/// Which fact of a partition's log is which step.
///
/// | fact                     | step                                                          |
/// |--------------------------|---------------------------------------------------------------|
/// | BatchAppended            | one for each record; beside it, that `read_committed` waits;  |
/// |                          | then the deliveries that were seen before it                  |
/// | MarkerWritten            | one; beside it, that `read_uncommitted` is never told         |
/// | the others               | a detail                                                      |
final class LogSteps {
    private final World world;

    LogSteps(World world) {
        this.world = world;
    }

    List<Step> of(LogEvent event) {
        var moved = new Cell.LogMoved(event);
        return switch (event) {
            case BatchAppended batch -> appended(batch);
            case MarkerWritten marker -> List.of(marked(marker));
            case HighWatermarkMoved(var partition, _, long to) ->
                    List.of(Step.detail(Lane.LOG, moved, before(partition, to)));
            case LastStableOffsetMoved(var partition, _, long to) ->
                    List.of(Step.detail(Lane.LOG, moved, before(partition, to)));
            case AbortedTransactionListed(_, long producerId, _) ->
                    List.of(Step.detail(Lane.LOG, moved, ofProducerId(producerId)));
        };
    }

    private List<Step> appended(BatchAppended batch) {
        var steps = new ArrayList<Step>();
        int number = batch.transactional() ? ofProducerId(batch.producerId()) : 0;
        long gate = world.partition(batch.partition()).lastStableOffset();
        boolean byKey = world.transactions().requested(number);
        for (var r : batch.records()) {
            var span = Span.of(r.offset(), r.content(), byKey);
            var cell = new Cell.Appended(span, batch.transactional(), batch.producerEpoch());
            steps.add(
                    number == 0
                            ? Step.detail(Lane.LOG, cell, 0)
                            : Step.of(Lane.LOG, cell, number)
                                    .beside(Lane.READ_COMMITTED, new Cell.Held(span, gate)));
        }
        steps.addAll(new DeliverySteps(world).seenBefore(batch));
        return steps;
    }

    private Step marked(MarkerWritten m) {
        int number = ofProducerId(m.producerId());
        var marker = new Cell.MarkerAppended(m.offset(), m.outcome(), m.producerEpoch());
        Step step =
                number == 0 ? Step.detail(Lane.LOG, marker, 0) : Step.of(Lane.LOG, marker, number);
        return step.beside(Lane.READ_UNCOMMITTED, new Cell.NoNews(m.outcome()));
    }

    /// The transaction that the newest offset before the edge belongs to: it moved the edge.
    private int before(TopicPartition partition, long edge) {
        Slot slot = world.partition(partition).at(edge - 1);
        return slot == null ? 0 : slot.transaction();
    }

    private int ofProducerId(long producerId) {
        return world.transactions().ofProducerId(producerId);
    }
}
