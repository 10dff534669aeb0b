package dev.txscope.projection;

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
import dev.txscope.projection.Cell.Span;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Which fact of a producer is which step.
///
/// | fact               | step                                                                |
/// |--------------------|---------------------------------------------------------------------|
/// | TransactionRequested | none yet: its begin tells both, in the transaction's own band     |
/// | RequestRefused     | what was asked for, and that it was refused                         |
/// | CallStarted        | the click, once for all its records; none for begin, which is local |
/// | CallReturned       | begin: the click; send: none, its acknowledgement tells; else a step |
/// | CallFailed         | a step; of begin the click itself                                   |
/// | RecordAcknowledged | a detail                                                            |
/// | RecordRejected     | a step                                                              |
final class ProducerSteps {
    private final World world;

    ProducerSteps(World world) {
        this.world = world;
    }

    List<Step> of(ProducerEvent event) {
        int newest = newestOf(event.producer());
        return switch (event) {
            case TransactionRequested _ -> List.of();
            case RequestRefused(_, var statement, var reason) ->
                    List.of(
                            Step.lead(Lane.PRODUCER, new Cell.Requested(statement), 0),
                            Step.of(Lane.PRODUCER, new Cell.Refused(reason), 0));
            case CallStarted(_, _, var call) -> some(called(call, untold(newest)));
            case CallReturned(var who, _, BeginTransaction begin, _) ->
                    begun(
                            who,
                            newest,
                            weight ->
                                    new Step(
                                            Lane.PRODUCER,
                                            new Cell.Called(begin, 1),
                                            newest,
                                            weight,
                                            Lane.COORDINATOR,
                                            new Cell.NotTold()));
            case CallReturned(_, _, Send _, _) -> List.of();
            case CallReturned(_, _, var call, var took) ->
                    List.of(
                            Step.of(
                                    Lane.PRODUCER,
                                    new Cell.Returned(call, took),
                                    call instanceof InitTransactions ? 0 : newest));
            case CallFailed failed -> failed(failed, untold(newest));
            case RecordAcknowledged a -> some(acknowledged(a, newest));
            case RecordRejected(_, _, var failure) ->
                    List.of(Step.of(Lane.PRODUCER, new Cell.Rejected(1, failure), newest));
        };
    }

    private static List<Step> some(@Nullable Step step) {
        return step == null ? List.of() : List.of(step);
    }

    /// A click; or a request, which came right before, and what it set off.
    private List<Step> begun(String producer, int transaction, Function<Step.Weight, Step> begin) {
        String asked = world.producer(producer).asked();
        if (asked == null) {
            return List.of(begin.apply(Step.Weight.LEAD));
        }
        return List.of(
                Step.lead(Lane.PRODUCER, new Cell.Requested(asked), transaction),
                begin.apply(Step.Weight.STEP));
    }

    private static @Nullable Step called(ProducerCall call, int transaction) {
        return switch (call) {
            case BeginTransaction _ -> null;
            case Send s when s.index() > 0 -> null;
            case Send s -> Step.lead(Lane.PRODUCER, new Cell.Called(s, s.count()), transaction);
            case CommitTransaction _, AbortTransaction _ ->
                    Step.lead(Lane.PRODUCER, new Cell.Called(call, 1), transaction);
            case InitTransactions _ -> Step.lead(Lane.PRODUCER, new Cell.Called(call, 1), 0);
        };
    }

    private List<Step> failed(CallFailed event, int transaction) {
        var cell = new Cell.Failed(event.call(), 1, event.failure());
        return switch (event.call()) {
            case BeginTransaction _ ->
                    begun(
                            event.producer(),
                            transaction,
                            weight ->
                                    new Step(Lane.PRODUCER, cell, transaction, weight, null, null));
            case InitTransactions _ -> List.of(Step.of(Lane.PRODUCER, cell, 0));
            case Send _, CommitTransaction _, AbortTransaction _ ->
                    List.of(Step.of(Lane.PRODUCER, cell, transaction));
        };
    }

    private @Nullable Step acknowledged(RecordAcknowledged a, int transaction) {
        Slot slot = world.partition(a.partition()).at(a.offset());
        if (!(slot instanceof Slot.Data data)) {
            return null;
        }
        var span = Span.of(a.offset(), data.content(), world.transactions().requested(transaction));
        return Step.detail(Lane.PRODUCER, new Cell.Acknowledged(span, a.took()), transaction);
    }

    /// That transaction while the application was not told of its end; 0 between transactions.
    private int untold(int number) {
        Transaction t = world.transactions().number(number);
        return t == null || (t.settled() && t.returned() != null) ? 0 : number;
    }

    private int newestOf(String producer) {
        Transaction t = world.newestOf(producer);
        return t == null ? 0 : t.number();
    }
}
