package dev.txscope.projection;

import dev.txscope.event.CoordinatorEvent;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;

/// What the coordinator's log says of each `transactional.id`, entry by entry.
public record CoordinatorState(PMap<String, PVector<Visit>> visits) {

    /// One entry of the coordinator's log: the coordinator was in that state from then on.
    ///
    /// @param seq the fact
    /// @param occurred the coordinator's own timestamp, on the log's own clock
    public record Visit(long seq, Duration occurred, TransactionStateChanged entry) {}

    public static CoordinatorState initial() {
        return new CoordinatorState(HashTreePMap.empty());
    }

    /// Every visit of that `transactional.id`, oldest first.
    public PVector<Visit> of(String transactionalId) {
        return visits.getOrDefault(transactionalId, TreePVector.empty());
    }

    /// The state that the coordinator is in now; null while it does not know the id.
    public @Nullable Visit current(String transactionalId) {
        PVector<Visit> all = of(transactionalId);
        return all.isEmpty() ? null : all.getLast();
    }

    CoordinatorState apply(CoordinatorEvent event, Envelope e) {
        return switch (event) {
            case TransactionStateChanged entry -> {
                var visit = new Visit(e.seq(), Occurred.of(e), entry);
                String id = entry.transactionalId();
                yield new CoordinatorState(visits.plus(id, of(id).plus(visit)));
            }
        };
    }
}
