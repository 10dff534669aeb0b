package dev.txscope.cli;

import java.util.concurrent.CompletableFuture;

/// Watches what one service says that its consumer delivered, over one pair of transactions: an
/// aborted one, then a committed one.
final class ConsumerWatch {
    private final Asker asker;
    private final int number;
    private Metrics last = new Metrics(0, java.util.List.of());
    private boolean missed;
    private boolean seen;

    /// @param number of the service, 1 or 2
    ConsumerWatch(Asker asker, int number) {
        this.asker = asker;
        this.number = number;
    }

    /// Begins with a new pair.
    void begin() throws CheckException, InterruptedException {
        last = asker.metrics(number);
        missed = false;
        seen = false;
    }

    /// Looks once.
    ///
    /// @throws CheckException if the aborted one was delivered, or the committed one twice
    void look(TxIds ids) throws CheckException, InterruptedException {
        Metrics now = asker.metrics(number);
        missed |= !seen && now.missedSince(last);
        last = now;
        if (now.times(ids.aborted()) > 0) {
            throw asker.failed("aborted", number, ids.aborted(), String.valueOf(now.newest()));
        }
        if (now.times(ids.committed()) > 1) {
            throw asker.failed("once", number, ids.committed(), String.valueOf(now.newest()));
        }
        seen |= now.times(ids.committed()) == 1;
    }

    /// Whether the committed one was delivered, and nothing went by unseen before it.
    boolean proved() {
        return seen && !missed;
    }

    /// Whether more went by at once than the service tells: this pair proves nothing any more.
    boolean missed() {
        return missed;
    }

    Metrics last() {
        return last;
    }

    int number() {
        return number;
    }

    /// The transactions' ids.
    record TxIds(String aborted, String committed) {}

    /// What it needs of the services.
    interface Asker {
        Metrics metrics(int number) throws CheckException, InterruptedException;

        CheckException failed(String check, int number, String expected, String seen);
    }

    /// Looks until it is done.
    static void lookUntil(CompletableFuture<?> done, Iterable<ConsumerWatch> watches, TxIds ids)
            throws CheckException, InterruptedException {
        while (!done.isDone()) {
            for (ConsumerWatch watch : watches) {
                watch.look(ids);
            }
        }
    }
}
