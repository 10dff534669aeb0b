package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent.RecordDelivered;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Counts what one consumer's application is given, as it is given. Any thread may feed and ask.
public final class DeliveryCounter implements Consumer<RecordDelivered>, Supplier<Deliveries> {
    private final AtomicReference<Deliveries> now = new AtomicReference<>(Deliveries.NONE);

    @Override
    public void accept(RecordDelivered delivered) {
        now.updateAndGet(d -> d.plus(delivered));
    }

    @Override
    public Deliveries get() {
        return now.get();
    }
}
