package dev.txscope.kafka;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.TopicPartition;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the coordinator has decided so far, and which markers are due for it.
///
/// With `transaction.version` 2 every Prepare… raises the epoch; below it the epoch stays. Both are
/// exact here: a marker takes back the Ongoing of its partition, and Ongoing takes back Prepare….
final class CoordinatorCauses {

    /// A producer's part in one partition.
    private record Part(long producerId, TopicPartition partition) {}

    private final Map<Part, Integer> ongoing = new HashMap<>();
    private final Map<Long, Integer> prepared = new HashMap<>();
    private final Map<Long, Set<TopicPartition>> markersDue = new HashMap<>();

    boolean allows(BatchAppended batch) {
        var part = new Part(batch.producerId(), batch.partition());
        return !batch.transactional() || ongoing.getOrDefault(part, -1) >= batch.producerEpoch();
    }

    boolean allows(MarkerWritten marker) {
        return prepared.getOrDefault(marker.producerId(), -1) >= marker.producerEpoch();
    }

    boolean allows(TransactionStateChanged change) {
        return !change.state().isComplete()
                || markersDue.getOrDefault(change.producerId(), Set.of()).isEmpty();
    }

    void appended(MarkerWritten marker) {
        ongoing.remove(new Part(marker.producerId(), marker.partition()));
        var due = markersDue.get(marker.producerId());
        if (due != null) {
            due.remove(marker.partition());
        }
    }

    /// @param followed the partitions whose markers will be seen
    void appended(TransactionStateChanged change, Collection<TopicPartition> followed) {
        long id = change.producerId();
        switch (change.state()) {
            case ONGOING -> {
                change.partitions().forEach(p -> ongoing.put(new Part(id, p), change.epoch()));
                prepared.remove(id);
            }
            case PREPARE_COMMIT, PREPARE_ABORT -> {
                prepared.put(id, change.epoch());
                var due = new HashSet<>(change.partitions());
                due.retainAll(followed);
                markersDue.put(id, due);
            }
            case COMPLETE_COMMIT, COMPLETE_ABORT, EMPTY, DEAD, PREPARE_EPOCH_FENCE ->
                    markersDue.remove(id);
        }
    }
}
