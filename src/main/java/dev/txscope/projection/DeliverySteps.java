package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.projection.Cell.Span;

import java.util.List;

/// Which delivery to one of the window's two consumers is which step.
///
/// The leader answers a consumer and whoever looks at the log at the same time, so either fact can
/// come first. A delivery that does is a step once the log has told of its record: until then
/// nobody knows whose it is, and the row reads the same either way.
final class DeliverySteps {
    private final World world;

    /// @param world the state of things with the fact that is looked at
    DeliverySteps(World world) {
        this.world = world;
    }

    List<Step> of(RecordDelivered r) {
        Slot slot = world.partition(r.partition()).at(r.offset());
        return slot == null
                ? List.of()
                : List.of(step(r.consumer(), r.offset(), r.content(), slot.transaction()));
    }

    /// The deliveries of the batch's records that were seen before it.
    List<Step> seenBefore(BatchAppended batch) {
        int number =
                batch.transactional() ? world.transactions().ofProducerId(batch.producerId()) : 0;
        return world.readers().values().stream()
                .filter(reader -> reader.consumer().group() == null)
                .flatMap(
                        reader ->
                                batch.records().stream()
                                        .filter(r -> reader.delivered().containsKey(r.offset()))
                                        .map(
                                                r ->
                                                        step(
                                                                reader.consumer(),
                                                                r.offset(),
                                                                r.content(),
                                                                number)))
                .toList();
    }

    private Step step(ConsumerId consumer, long offset, Content content, int number) {
        var span = Span.of(offset, content, world.transactions().requested(number));
        Lane lane = Lane.of(consumer.isolation());
        var cell = new Cell.Delivered(span);
        return number == 0 ? Step.detail(lane, cell, 0) : Step.of(lane, cell, number);
    }
}
