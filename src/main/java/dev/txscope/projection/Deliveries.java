package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent.RecordDelivered;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What one consumer's application has been given since it started.
///
/// @param count how many records
/// @param newest the newest, at most [#KEPT], oldest first
public record Deliveries(long count, PVector<RecordDelivered> newest) {
    /// So many of the newest records are kept.
    public static final int KEPT = 20;

    /// Nothing delivered yet.
    public static final Deliveries NONE = new Deliveries(0, TreePVector.empty());

    /// One record more.
    public Deliveries plus(RecordDelivered delivered) {
        PVector<RecordDelivered> more = newest.plus(delivered);
        return new Deliveries(count + 1, more.size() > KEPT ? more.minus(0) : more);
    }
}
