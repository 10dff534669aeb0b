package dev.txscope.ui.timeline;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Outcome;
import dev.txscope.event.SessionEvent;
import dev.txscope.projection.Cell;
import dev.txscope.projection.Transaction;
import dev.txscope.ui.control.Icons;

import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// How a cell looks: the meaning that timeline.css gives a shape and colours.
enum Look {
    CALL,
    RETURNED,
    OPEN,
    COMMITTING,
    ABORTING,
    COMMITTED,
    ABORTED,
    COMMIT_MARKER,
    ABORT_MARKER,
    STATE,
    DELIVERED,
    HELD,
    FILTERED,
    FAILED,
    NOTE,
    SESSION;

    /// Its style class.
    String styleClass() {
        return "look-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable Region icon() {
        return switch (this) {
            case COMMIT_MARKER, ABORT_MARKER -> Icons.diamond();
            case HELD -> Icons.lock();
            case FAILED -> Icons.warning();
            case COMMITTED -> Icons.check();
            case ABORTED -> Icons.cross();
            case CALL,
                    RETURNED,
                    OPEN,
                    COMMITTING,
                    ABORTING,
                    STATE,
                    DELIVERED,
                    FILTERED,
                    NOTE,
                    SESSION ->
                    null;
        };
    }

    static Look of(Cell cell) {
        return switch (cell) {
            case Cell.Called _, Cell.Requested _ -> CALL;
            case Cell.Returned _ -> RETURNED;
            case Cell.Failed _, Cell.Rejected _, Cell.Refused _, Cell.ReaderFailed _ -> FAILED;
            case Cell.StateSaid(var entry) -> ofState(entry);
            case Cell.Appended a -> a.transactional() ? OPEN : DELIVERED;
            case Cell.MarkerAppended m ->
                    m.outcome() == Outcome.COMMIT ? COMMIT_MARKER : ABORT_MARKER;
            case Cell.Delivered _ -> DELIVERED;
            case Cell.Held _ -> HELD;
            case Cell.Filtered _ -> FILTERED;
            case Cell.SessionNote(var event) -> ofSession(event);
            case Cell.Acknowledged _,
                    Cell.NotTold _,
                    Cell.LogMoved _,
                    Cell.NoNews _,
                    Cell.PositionMoved _,
                    Cell.OfGroup _,
                    Cell.ReaderStarted _ ->
                    NOTE;
        };
    }

    private static Look ofState(TransactionStateChanged entry) {
        return switch (entry.state()) {
            case ONGOING -> OPEN;
            case PREPARE_COMMIT -> COMMITTING;
            case PREPARE_ABORT -> ABORTING;
            case COMPLETE_COMMIT -> COMMITTED;
            case COMPLETE_ABORT -> ABORTED;
            case EMPTY, DEAD, PREPARE_EPOCH_FENCE -> STATE;
        };
    }

    private static Look ofSession(SessionEvent event) {
        return switch (event) {
            case SessionEvent.BrokerStarting _,
                    SessionEvent.BrokerReady _,
                    SessionEvent.TopicReady _,
                    SessionEvent.ServiceStarted _,
                    SessionEvent.ServiceStopped _,
                    SessionEvent.SettingsChosen _ ->
                    SESSION;
            case SessionEvent.BrokerFailed _,
                    SessionEvent.BrokerDied _,
                    SessionEvent.LabFailed _,
                    SessionEvent.ViewRefused _,
                    SessionEvent.ProgramFaulted _,
                    SessionEvent.FolderRefused _,
                    SessionEvent.ServiceFailed _,
                    SessionEvent.ClockStepped _ ->
                    FAILED;
        };
    }

    /// How a band looks: by what is known of its transaction now.
    static Look of(Transaction.Status status) {
        return switch (status) {
            case LOCAL, OPEN, COMMITTING, ABORTING -> OPEN;
            case COMMITTED -> COMMITTED;
            case ABORTED -> ABORTED;
            case EMPTY -> STATE;
        };
    }
}
