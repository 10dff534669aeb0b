package dev.txscope.ui.diagram;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.playback.Frame;
import dev.txscope.projection.Cell;
import dev.txscope.projection.CoordinatorState.Visit;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState;
import dev.txscope.projection.Row;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.Transaction.Status;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Reads one producer's states from a frame: pure.
///
/// @param visits what the coordinator's log says of its `transactional.id`, oldest first
/// @param local whether the newest transaction is begun in the client alone
record Reading(Frame frame, List<Visit> visits, boolean local) {
    /// A coordinator's entry is looked for in so many of the newest rows of the timeline.
    private static final int ROWS = 400;

    static Reading of(Frame frame, String producer) {
        ProducerState state = frame.world().producer(producer);
        if (state.init() == null) {
            return new Reading(frame, List.of(), false);
        }
        String id = state.init().transactionalId();
        Transaction newest = frame.world().transactions().newestOf(id);
        return new Reading(
                frame,
                frame.world().coordinator().of(id),
                newest != null && newest.status() == Status.LOCAL);
    }

    /// The newest visit with what is known of it, and of the client.
    Shown latest() {
        return visits.isEmpty() ? nothing() : at(visits.size() - 1, local);
    }

    private Shown nothing() {
        return local
                ? new Shown(null, true, Map.of(), Message.of("diagram.caption.begun"), 0)
                : Shown.NOTHING;
    }

    /// That visit, whatever came after it.
    Shown at(int index) {
        return at(index, false);
    }

    private Shown at(int index, boolean clientOnly) {
        Visit visit = visits.get(index);
        Stage stage = Stage.of(visit.entry().state());
        Message caption = clientOnly ? begun(stage, visit) : caption(index, stage);
        return new Shown(stage, clientOnly, lasted(index), caption, 0);
    }

    private static Message begun(@Nullable Stage stage, Visit visit) {
        return Message.of("diagram.caption.local", names(stage, visit.entry()));
    }

    private Message caption(int index, @Nullable Stage stage) {
        TransactionStateChanged entry = visits.get(index).entry();
        Duration lasted = index == 0 ? null : lastedAt(index - 1);
        Stage before = index == 0 ? null : Stage.of(visits.get(index - 1).entry().state());
        if (stage != null && entry.state().isComplete() && before != null && lasted != null) {
            return Message.of(
                    "diagram.caption.after", names(stage, entry), before.courseName(), lasted);
        }
        Duration sent = sinceFirstSend(entry);
        if (stage == Stage.IN_TRANSACTION && sent != null) {
            return Message.of("diagram.caption.sent", names(stage, entry), sent);
        }
        return Message.of("diagram.caption.said", names(stage, entry));
    }

    private static String names(@Nullable Stage stage, TransactionStateChanged entry) {
        return stage == null || stage.state() != entry.state()
                ? entry.state().kafkaName()
                : stage.bothNames();
    }

    /// The Prepare state that led to that visit, until the next transaction's first record.
    private Map<Stage, Duration> lasted(int index) {
        Stage before = index == 0 ? null : Stage.of(visits.get(index - 1).entry().state());
        return before != null && before.isPrepare()
                ? Map.of(before, lastedAt(index - 1))
                : Map.of();
    }

    /// By the coordinator's own clock, which has milliseconds.
    private Duration lastedAt(int index) {
        return visits.get(index + 1).occurred().minus(visits.get(index).occurred());
    }

    /// The same duration that the timeline writes beside that row.
    private @Nullable Duration sinceFirstSend(TransactionStateChanged entry) {
        var rows = frame.timeline().rows();
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - ROWS); i--) {
            Row row = rows.get(i);
            if (row.cell(Lane.COORDINATOR) instanceof Cell.StateSaid(var said)
                    && said.equals(entry)) {
                return row.sinceOrigin();
            }
        }
        return null;
    }
}
