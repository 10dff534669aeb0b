package dev.txscope.cli;

import dev.txscope.cli.Findings.Limits;
import dev.txscope.cli.Findings.Said;
import dev.txscope.event.TransactionState;

import java.util.ArrayList;
import java.util.List;

/// The reference walk with a demand that no broker meets.
public final class FalseWalk {
    private FalseWalk() {}

    public record Run(int exitCode, String said) {}

    public static Run run(Program program) {
        var walk = new ArrayList<>(Walks.reference());
        WalkStep commit = walk.get(3);
        var wrong =
                new Findings(
                        List.of(
                                commit.expected().coordinator().getFirst(),
                                new Said(TransactionState.COMPLETE_COMMIT, 7)),
                        commit.expected().log(),
                        new Limits(2, 99, 2, 2),
                        commit.expected().uncommitted(),
                        commit.expected().committed());
        walk.set(3, new WalkStep(commit.name(), commit.action(), wrong));
        var captured = new Captured();
        int exit = new Cli(captured.console, program, walk).run(List.of("demo", "--lang", "en"));
        return new Run(exit, captured.out() + captured.err());
    }
}
