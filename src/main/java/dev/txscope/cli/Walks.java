package dev.txscope.cli;

import static dev.txscope.event.TransactionState.COMPLETE_ABORT;
import static dev.txscope.event.TransactionState.COMPLETE_COMMIT;
import static dev.txscope.event.TransactionState.EMPTY;
import static dev.txscope.event.TransactionState.ONGOING;
import static dev.txscope.event.TransactionState.PREPARE_ABORT;
import static dev.txscope.event.TransactionState.PREPARE_COMMIT;

import dev.txscope.cli.Findings.Delivery;
import dev.txscope.cli.Findings.Limits;
import dev.txscope.cli.Findings.Logged;
import dev.txscope.cli.Findings.Said;
import dev.txscope.cli.WalkStep.Action;
import dev.txscope.command.Command;
import dev.txscope.command.Command.AbortTransaction;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.command.Command.StartProducer;
import dev.txscope.event.Outcome;
import dev.txscope.projection.Slot.Fate;

import java.util.List;

/// The walks of the demo: one producer, one partition, a fresh broker. Epochs are those of
/// `transaction.version` 2 (KIP-890): each end of a transaction raises them.
final class Walks {
    private Walks() {}

    /// Commit, abort, commit; then two consumers that come late, and a new producer with the same
    /// `transactional.id`.
    static List<WalkStep> reference() {
        return List.of(
                start(),
                begin(new Limits(0, 0, 0, 0)),
                send("order-1", ongoing(0), data(0, "order-1", 0), new Limits(1, 0, 1, 0)),
                commit(1, 1, new Limits(2, 2, 2, 2), committed(0)),
                begin(new Limits(2, 2, 2, 2)),
                send("order-2", ongoing(1), data(2, "order-2", 1), new Limits(3, 2, 3, 2)),
                abort(3, 2, new Limits(4, 4, 4, 4)),
                begin(new Limits(4, 4, 4, 4)),
                send("order-3", ongoing(2), data(4, "order-3", 2), new Limits(5, 4, 5, 4)),
                commit(5, 3, new Limits(6, 6, 6, 6), committed(4)),
                new WalkStep(
                        "cli.step.fresh",
                        new Action.ReadAfresh(),
                        new Findings(
                                List.of(),
                                List.of(),
                                new Limits(6, 6, 6, 6),
                                List.of(committed(0), new Delivery(2, Fate.ABORTED), committed(4)),
                                List.of(committed(0), committed(4)))),
                step(
                        "cli.step.producer",
                        new StartProducer(),
                        List.of(new Said(EMPTY, 4)),
                        new Limits(6, 6, 6, 6)));
    }

    /// Two records committed, one aborted, one left open.
    static List<WalkStep> picture() {
        return List.of(
                start(),
                begin(new Limits(0, 0, 0, 0)),
                new WalkStep(
                        "cli.step.send",
                        new Action.Do(new SendRecords("customer-7", "order-1", 2)),
                        new Findings(
                                List.of(ongoing(0)),
                                List.of(data(0, "order-1", 0), data(1, "order-2", 0)),
                                new Limits(2, 0, 2, 0),
                                List.of(open(0), open(1)),
                                List.of())),
                commit(2, 1, new Limits(3, 3, 3, 3), committed(0), committed(1)),
                begin(new Limits(3, 3, 3, 3)),
                send("order-3", ongoing(1), data(3, "order-3", 1), new Limits(4, 3, 4, 3)),
                abort(4, 2, new Limits(5, 5, 5, 5)),
                begin(new Limits(5, 5, 5, 5)),
                send("order-4", ongoing(2), data(5, "order-4", 2), new Limits(6, 5, 6, 5)));
    }

    private static WalkStep start() {
        var expected =
                new Findings(
                        List.of(new Said(EMPTY, 0)),
                        List.of(),
                        new Limits(0, 0, 0, 0),
                        List.of(),
                        List.of());
        return new WalkStep("cli.step.init", new Action.Start(), expected);
    }

    private static WalkStep begin(Limits unchanged) {
        return step("cli.step.begin", new BeginTransaction(), List.of(), unchanged);
    }

    private static WalkStep send(String value, Said said, Logged logged, Limits limits) {
        return new WalkStep(
                "cli.step.send",
                new Action.Do(new SendRecords("customer-7", value, 1)),
                new Findings(
                        List.of(said),
                        List.of(logged),
                        limits,
                        List.of(open(logged.offset())),
                        List.of()));
    }

    private static WalkStep commit(long marker, int epoch, Limits limits, Delivery... given) {
        return new WalkStep(
                "cli.step.commit",
                new Action.Do(new CommitTransaction()),
                new Findings(
                        List.of(new Said(PREPARE_COMMIT, epoch), new Said(COMPLETE_COMMIT, epoch)),
                        List.of(new Logged(marker, null, Outcome.COMMIT, epoch)),
                        limits,
                        List.of(),
                        List.of(given)));
    }

    private static WalkStep abort(long marker, int epoch, Limits limits) {
        return new WalkStep(
                "cli.step.abort",
                new Action.Do(new AbortTransaction()),
                new Findings(
                        List.of(new Said(PREPARE_ABORT, epoch), new Said(COMPLETE_ABORT, epoch)),
                        List.of(new Logged(marker, null, Outcome.ABORT, epoch)),
                        limits,
                        List.of(),
                        List.of()));
    }

    private static WalkStep step(String name, Command command, List<Said> said, Limits limits) {
        var expected = new Findings(said, List.of(), limits, List.of(), List.of());
        return new WalkStep(name, new Action.Do(command), expected);
    }

    private static Said ongoing(int epoch) {
        return new Said(ONGOING, epoch);
    }

    private static Logged data(long offset, String value, int epoch) {
        return new Logged(offset, value, null, epoch);
    }

    private static Delivery open(long offset) {
        return new Delivery(offset, Fate.OPEN);
    }

    private static Delivery committed(long offset) {
        return new Delivery(offset, Fate.COMMITTED);
    }
}
