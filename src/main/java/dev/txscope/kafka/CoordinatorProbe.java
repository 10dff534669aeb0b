package dev.txscope.kafka;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Isolation;
import dev.txscope.event.Source;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Looks at the transaction coordinator through its own log, `__transaction_state`, from its
/// beginning.
///
/// The entry Complete… is appended by the broker's thread that hears of the last marker, which
/// wakes no parked fetch: only the end of the broker's next request does. So while a transaction is
/// in a Prepare… state the probe parks for a moment only.
final class CoordinatorProbe implements LogFollower.Reader {
    private static final Source SOURCE = new Source(Source.Kind.COORDINATOR, "coordinator");
    private static final Duration PARKED = Duration.ofMillis(500);
    private static final Duration PREPARED = Duration.ofMillis(10);
    private static final int MAX_BYTES = 1024 * 1024;

    private final FactStream facts;
    private final Set<String> prepared = new HashSet<>();
    private long next;

    CoordinatorProbe(FactStream facts) {
        this.facts = facts;
    }

    @Override
    public void read(PartitionFetcher fetcher) throws IOException {
        var patience = prepared.isEmpty() ? PARKED : PREPARED;
        var slice = fetcher.fetch(next, Isolation.READ_UNCOMMITTED, patience, MAX_BYTES);
        for (var batch : slice.batches()) {
            for (var entry : batch.entries()) {
                var change = TransactionLogEntries.decode(entry);
                if (change != null) {
                    report(change);
                }
            }
            next = batch.header().lastOffset() + 1;
        }
    }

    private void report(TransactionStateChanged change) {
        facts.saw(SOURCE, change);
        if (change.state().isPrepare()) {
            prepared.add(change.transactionalId());
        } else {
            prepared.remove(change.transactionalId());
        }
    }
}
