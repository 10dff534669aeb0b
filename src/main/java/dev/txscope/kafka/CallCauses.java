package dev.txscope.kafka;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.ProducerEvent.RequestRefused;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.event.TransactionState;

import java.util.HashMap;
import java.util.Map;

/// How the calls of producers and the coordinator's entries cause each other.
///
/// Calls that end something (`init`, `commit`, `abort`) cause an entry, and return after it.
final class CallCauses {
    private final Map<String, Calls> producers = new HashMap<>();
    private final Map<String, Entries> coordinator = new HashMap<>();

    /// `send` calls that were seen and have no place yet.
    private int unplacedSends;

    void seen(ProducerEvent event) {
        if (event instanceof CallStarted started) {
            var calls = calls(started);
            if (started.call() instanceof InitTransactions init) {
                calls.transactionalId = init.transactionalId();
            }
            calls.endsSeen += isEnd(started.call()) ? 1 : 0;
            unplacedSends += started.call() instanceof ProducerCall.Send ? 1 : 0;
        }
    }

    /// Whether every `send` that was seen has its place: a call is seen before it is made, so those
    /// of all records that the log can have by now are among them.
    boolean allSent() {
        return unplacedSends == 0;
    }

    boolean allow(ProducerEvent event) {
        return switch (event) {
            case CallReturned(_, _, var call, _) -> mayReturn(calls(event), call);
            case TransactionRequested _, RequestRefused _ -> true;
            case CallStarted _, CallFailed _, RecordAcknowledged _, RecordRejected _ -> true;
        };
    }

    private boolean mayReturn(Calls calls, ProducerCall call) {
        var entries = entries(calls.transactionalId);
        return switch (call) {
            case ProducerCall.CommitTransaction _, ProducerCall.AbortTransaction _ ->
                    !calls.sent || entries.prepares > calls.preparesBefore;
            case InitTransactions _ -> entries.empties > calls.emptiesBefore;
            case ProducerCall.BeginTransaction _, ProducerCall.Send _ -> true;
        };
    }

    /// An entry waits while the call that asked for it was seen and has no place yet.
    boolean allow(TransactionStateChanged change) {
        boolean asked = change.state().isPrepare() || change.state() == TransactionState.EMPTY;
        return !asked || producers.values().stream().noneMatch(c -> c.asksFor(change));
    }

    void appended(TransactionStateChanged change) {
        var entries = entries(change.transactionalId());
        entries.prepares += change.state().isPrepare() ? 1 : 0;
        entries.empties += change.state() == TransactionState.EMPTY ? 1 : 0;
    }

    void appended(ProducerEvent event) {
        var calls = calls(event);
        switch (event) {
            case CallStarted(_, _, var call) -> started(calls, call);
            case CallReturned(_, _, var call, _) -> {
                returned(calls, call);
                calls.endsOver += isEnd(call) ? 1 : 0;
            }
            case CallFailed(_, _, var call, _, _) -> calls.endsOver += isEnd(call) ? 1 : 0;
            case TransactionRequested _,
                    RequestRefused _,
                    RecordAcknowledged _,
                    RecordRejected _ -> {}
        }
    }

    private void started(Calls calls, ProducerCall call) {
        calls.endsStarted += isEnd(call) ? 1 : 0;
        unplacedSends -= call instanceof ProducerCall.Send ? 1 : 0;
        if (call instanceof InitTransactions) {
            calls.emptiesBefore = entries(calls.transactionalId).empties;
        }
    }

    private void returned(Calls calls, ProducerCall call) {
        if (call instanceof ProducerCall.BeginTransaction) {
            calls.preparesBefore = entries(calls.transactionalId).prepares;
            calls.sent = false;
        }
        calls.sent |= call instanceof ProducerCall.Send;
    }

    private static boolean isEnd(ProducerCall call) {
        return switch (call) {
            case ProducerCall.CommitTransaction _,
                    ProducerCall.AbortTransaction _,
                    InitTransactions _ ->
                    true;
            case ProducerCall.BeginTransaction _, ProducerCall.Send _ -> false;
        };
    }

    private Calls calls(ProducerEvent event) {
        return producers.computeIfAbsent(event.producer(), _ -> new Calls());
    }

    private Entries entries(String transactionalId) {
        return coordinator.computeIfAbsent(transactionalId, _ -> new Entries());
    }

    /// The entries of one `transactional.id` that have their place.
    private static final class Entries {
        private int prepares;
        private int empties;
    }

    /// The calls of one producer: `ends` counts those that end something.
    private static final class Calls {
        private String transactionalId = "";
        private boolean sent;
        private int preparesBefore;
        private int emptiesBefore;
        private int endsSeen;
        private int endsStarted;
        private int endsOver;

        /// Whether the next of the queued calls that end something has yet to get its place, with
        /// none before it that waits for an entry to return.
        boolean asksFor(TransactionStateChanged change) {
            return transactionalId.equals(change.transactionalId())
                    && endsSeen > endsStarted
                    && endsStarted == endsOver;
        }
    }
}
