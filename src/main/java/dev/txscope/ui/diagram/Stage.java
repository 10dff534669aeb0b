package dev.txscope.ui.diagram;

import dev.txscope.event.TransactionState;

import org.jspecify.annotations.Nullable;

/// The six states as the course names them. The names are never translated.
enum Stage {
    EMPTY("Empty", TransactionState.EMPTY),
    IN_TRANSACTION("InTransaction", TransactionState.ONGOING),
    PREPARE_COMMIT("PrepareCommit", TransactionState.PREPARE_COMMIT),
    PREPARE_ABORT("PrepareAbort", TransactionState.PREPARE_ABORT),
    COMMITTED("Committed", TransactionState.COMPLETE_COMMIT),
    ABORTED("Aborted", TransactionState.COMPLETE_ABORT);

    private final String courseName;
    private final TransactionState state;

    Stage(String courseName, TransactionState state) {
        this.courseName = courseName;
        this.state = state;
    }

    String courseName() {
        return courseName;
    }

    /// Kafka's own state.
    TransactionState state() {
        return state;
    }

    boolean isPrepare() {
        return state.isPrepare();
    }

    /// `Ongoing (InTransaction)`, or the one name where both agree.
    String bothNames() {
        return state.kafkaName().equals(courseName)
                ? courseName
                : state.kafkaName() + " (" + courseName + ")";
    }

    /// The stage of Kafka's state; null where the course has none.
    static @Nullable Stage of(TransactionState state) {
        return switch (state) {
            case EMPTY -> EMPTY;
            case ONGOING -> IN_TRANSACTION;
            case PREPARE_COMMIT -> PREPARE_COMMIT;
            case PREPARE_ABORT, PREPARE_EPOCH_FENCE -> PREPARE_ABORT;
            case COMPLETE_COMMIT -> COMMITTED;
            case COMPLETE_ABORT -> ABORTED;
            case DEAD -> null;
        };
    }
}
