package dev.txscope.projection;

import dev.txscope.event.Envelope;
import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.ProducerEvent.RequestRefused;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.projection.ProducerState.Client;
import dev.txscope.projection.ProducerState.LastCall;
import dev.txscope.projection.ProducerState.Result;
import dev.txscope.projection.ProducerState.Running;

/// Follows one producer's client by its calls alone.
///
/// | fact               | effect                                              |
/// |--------------------|-----------------------------------------------------|
/// | CallStarted        | runs; the newest call                               |
/// | CallReturned       | runs no more; the client's next state               |
/// | CallFailed         | the failure's severity decides the client's state   |
/// | RecordAcknowledged | the result of its click grows                       |
/// | RecordRejected     | the failure's severity decides                      |
final class ProducerProjection {
    private ProducerProjection() {}

    static ProducerState apply(ProducerState s, ProducerEvent event, Envelope e) {
        return switch (event) {
            case TransactionRequested(_, var statement) -> s.withAsked(statement);
            case RequestRefused _ -> s;
            case CallStarted(_, long id, var call) ->
                    started(s, id, call).withRunning(new Running(id, call, e.elapsed()));
            case CallReturned(_, long id, var call, var took) ->
                    result(s.withRunning(null), id, call, new Result.Returned(took))
                            .withClient(afterReturn(s.client(), call));
            case CallFailed(_, long id, var call, _, var failure) ->
                    result(s.withRunning(null), id, call, new Result.Failed(failure))
                            .withClient(afterFailure(s.client(), call, failure));
            case RecordAcknowledged a -> acknowledged(s, a);
            case RecordRejected(_, long id, var failure) -> rejected(s, id, failure);
        };
    }

    private static ProducerState started(ProducerState s, long id, ProducerCall call) {
        return switch (call) {
            case InitTransactions init ->
                    pending(s, id, call)
                            .withInit(init)
                            .withClient(Client.STARTING)
                            .withCounts(0, 0);
            case Send(_, _, int index, _) when index > 0 ->
                    s.withCounts(s.sent() + 1, s.acknowledged());
            case Send _ -> pending(s, id, call).withCounts(s.sent() + 1, s.acknowledged());
            case BeginTransaction _, CommitTransaction _, AbortTransaction _ ->
                    pending(s, id, call);
        };
    }

    private static ProducerState pending(ProducerState s, long id, ProducerCall call) {
        return s.withLast(new LastCall(id, call, new Result.Pending()));
    }

    /// `send` returning says nothing of the record: its result is the acknowledgement.
    private static ProducerState result(
            ProducerState s, long id, ProducerCall call, Result result) {
        if (call instanceof Send && result instanceof Result.Returned) {
            return s;
        }
        ProducerState next = s.withLast(new LastCall(id, call, result));
        return call instanceof BeginTransaction && result instanceof Result.Returned
                ? next.withCounts(0, 0)
                : next;
    }

    private static Client afterReturn(Client now, ProducerCall call) {
        return switch (call) {
            case InitTransactions _, CommitTransaction _, AbortTransaction _ -> Client.READY;
            case BeginTransaction _ -> Client.IN_TRANSACTION;
            case Send _ -> now;
        };
    }

    private static Client afterFailure(Client now, ProducerCall call, Failure failure) {
        if (call instanceof InitTransactions) {
            return Client.FAILED;
        }
        return switch (failure.severity()) {
            case REFUSED -> now;
            case ABORTABLE -> Client.MUST_ABORT;
            case FATAL -> Client.FAILED;
            case TRANSIENT ->
                    switch (call) {
                        case CommitTransaction _ -> Client.COMMIT_IN_DOUBT;
                        case AbortTransaction _ -> Client.ABORT_IN_DOUBT;
                        case InitTransactions _, BeginTransaction _, Send _ -> now;
                    };
        };
    }

    private static ProducerState acknowledged(ProducerState s, RecordAcknowledged a) {
        ProducerState counted = s.withCounts(s.sent(), s.acknowledged() + 1);
        LastCall last = s.last();
        if (last == null || !(last.call() instanceof Send click) || a.id() < last.id()) {
            return counted;
        }
        var one = new Result.Acknowledged(a.partition(), a.offset(), a.offset(), 1, a.took());
        return switch (last.result()) {
            case Result.Pending _ -> counted.withLast(new LastCall(last.id(), click, one));
            case Result.Acknowledged before ->
                    counted.withLast(
                            new LastCall(
                                    last.id(),
                                    click,
                                    new Result.Acknowledged(
                                            a.partition(),
                                            Math.min(before.first(), a.offset()),
                                            Math.max(before.last(), a.offset()),
                                            before.count() + 1,
                                            a.took())));
            case Result.Returned _, Result.Failed _ -> counted;
        };
    }

    private static ProducerState rejected(ProducerState s, long id, Failure failure) {
        LastCall last = s.last();
        ProducerState told =
                last != null && last.call() instanceof Send send && id >= last.id()
                        ? s.withLast(new LastCall(last.id(), send, new Result.Failed(failure)))
                        : s;
        return switch (failure.severity()) {
            case REFUSED, TRANSIENT -> told;
            case ABORTABLE ->
                    s.client() == Client.IN_TRANSACTION ? told.withClient(Client.MUST_ABORT) : told;
            case FATAL -> told.withClient(Client.FAILED);
        };
    }
}
