package dev.txscope.cli;

import dev.txscope.event.Outcome;
import dev.txscope.event.TransactionState;
import dev.txscope.projection.Cell;

/// The colours of a terminal, with the meanings that they have in the window.
enum Ink {
    PLAIN(""),
    STRONG("1"),
    QUIET("2"),
    OPEN("33"),
    COMMITTED("32"),
    ABORTED("31"),
    COMMIT_MARKER("1;32"),
    ABORT_MARKER("1;31"),
    FAILED("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() || text.isBlank()
                ? text
                : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /// What a cell of the timeline is written in: a fate is the log's, not the consumer's.
    static Ink of(Cell cell) {
        return switch (cell) {
            case Cell.Called _, Cell.Requested _ -> STRONG;
            case Cell.StateSaid(var entry) -> of(entry.state());
            case Cell.Appended(_, boolean transactional, _) -> transactional ? OPEN : PLAIN;
            case Cell.MarkerAppended(_, var outcome, _) -> marker(outcome);
            case Cell.Filtered _ -> ABORTED;
            case Cell.Failed _, Cell.Rejected _, Cell.Refused _, Cell.ReaderFailed _ -> FAILED;
            case Cell.Delivered _, Cell.SessionNote _ -> PLAIN;
            case Cell.Returned _,
                    Cell.Acknowledged _,
                    Cell.NotTold _,
                    Cell.LogMoved _,
                    Cell.Held _,
                    Cell.NoNews _,
                    Cell.PositionMoved _,
                    Cell.OfGroup _,
                    Cell.ReaderStarted _ ->
                    QUIET;
        };
    }

    private static Ink of(TransactionState state) {
        return switch (state) {
            case EMPTY, DEAD, PREPARE_EPOCH_FENCE -> PLAIN;
            case ONGOING -> OPEN;
            case PREPARE_COMMIT, COMPLETE_COMMIT -> COMMITTED;
            case PREPARE_ABORT, COMPLETE_ABORT -> ABORTED;
        };
    }

    private static Ink marker(Outcome outcome) {
        return switch (outcome) {
            case COMMIT -> COMMIT_MARKER;
            case ABORT -> ABORT_MARKER;
        };
    }
}
