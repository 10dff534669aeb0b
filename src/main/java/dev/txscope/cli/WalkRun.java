package dev.txscope.cli;

import dev.txscope.cli.Findings.Delivery;
import dev.txscope.cli.Findings.Limits;
import dev.txscope.cli.WalkStep.Action;
import dev.txscope.command.Command;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.command.Lab;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.projection.PartitionState;
import dev.txscope.projection.ReaderState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Walks: does one step after the other, and waits after each until all that follows from it was
/// seen.
final class WalkRun {
    /// How long a step may take; a broker's start is the longest.
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Program program;
    private final Lab lab;
    private final Follower follower;
    private final Runnable onStep;

    /// @param onStep is told after each step
    WalkRun(Program program, Lab lab, Follower follower, Runnable onStep) {
        this.program = program;
        this.lab = lab;
        this.follower = follower;
        this.onStep = onStep;
    }

    /// The steps up to the first that failed.
    ///
    /// @param pause before each step, as a person makes one
    List<WalkResult> run(List<WalkStep> steps, Duration pause) throws InterruptedException {
        var results = new ArrayList<WalkResult>();
        for (WalkStep step : steps) {
            if (!pause.isZero() && !results.isEmpty()) {
                follower.until(() -> false, pause);
            }
            WalkResult result = walk(step);
            onStep.run();
            results.add(result);
            if (!result.complete() || follower.step().failed()) {
                break;
            }
        }
        return results;
    }

    private WalkResult walk(WalkStep step) throws InterruptedException {
        follower.beginStep();
        return switch (step.action()) {
            case Action.Start _ -> follow(step, 1);
            case Action.Do(var command) -> {
                lab.submit(command);
                yield follow(step, ends(command));
            }
            case Action.ReadAfresh _ -> readAfresh(step);
        };
    }

    private static int ends(Command command) {
        return command instanceof SendRecords send ? send.count() : 1;
    }

    private WalkResult follow(WalkStep step, int ends) throws InterruptedException {
        boolean complete =
                follower.until(
                        () -> follower.step().ended() >= ends && Quiet.is(follower.world()), LIMIT);
        return new WalkResult(step, follower.step().findings(follower.world()), complete);
    }

    private WalkResult readAfresh(WalkStep step) throws InterruptedException {
        PartitionState partition = Collector.partition(follower.world());
        var uncommitted = afresh(Isolation.READ_UNCOMMITTED, partition.highWatermark());
        var committed = afresh(Isolation.READ_COMMITTED, partition.lastStableOffset());
        var limits =
                new Limits(
                        partition.highWatermark(),
                        partition.lastStableOffset(),
                        position(uncommitted),
                        position(committed));
        var seen = new Findings(List.of(), List.of(), limits, given(uncommitted), given(committed));
        return new WalkResult(step, seen, uncommitted != null && committed != null);
    }

    /// What a consumer that comes now is given; null if it did not get so far.
    private @Nullable ReaderState afresh(Isolation isolation, long end)
            throws InterruptedException {
        var log = new EventLog();
        var late = new Follower(log, _ -> {});
        var ready = Objects.requireNonNull(follower.world().broker().ready());
        var partition = Collector.partition(follower.world()).partition();
        try (var _ = program.readAfresh(ready.address(), partition, isolation, log)) {
            late.until(() -> position(late.world().reader(isolation)) >= end, LIMIT);
            return late.world().reader(isolation);
        }
    }

    private static long position(@Nullable ReaderState reader) {
        return reader == null ? -1 : reader.position();
    }

    private List<Delivery> given(@Nullable ReaderState reader) {
        return reader == null
                ? List.of()
                : reader.delivered().keySet().stream()
                        .map(o -> new Delivery(o, Collector.fate(o, follower.world())))
                        .toList();
    }
}
