package dev.txscope.ui.now;

import dev.txscope.event.Isolation;
import dev.txscope.event.Outcome;
import dev.txscope.projection.Message;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Slot;
import dev.txscope.projection.Slot.Fate;
import dev.txscope.text.Visible;
import dev.txscope.ui.fx.Texts;

import org.jspecify.annotations.Nullable;

/// What a cell of the grid says in full: as its tooltip, and to a screen reader.
final class Wording {
    private static final int LONG = 2000;

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /// The value as one quiet line.
    String value(Slot.Data data, int limit) {
        String value = data.content().value();
        return value != null && value.isEmpty() ? texts.get("now.empty") : Visible.of(value, limit);
    }

    String log(Column column) {
        return texts.get(
                switch (column.slot()) {
                    case null -> unused(column);
                    case Slot.Marker m ->
                            Message.of(
                                    m.outcome() == Outcome.COMMIT
                                            ? "now.full.commit"
                                            : "now.full.abort",
                                    text(m.offset()));
                    case Slot.Data d ->
                            Message.of(
                                    "now.full.record",
                                    text(d.offset()),
                                    value(d, LONG),
                                    Visible.of(d.content().key(), LONG),
                                    Message.of(fate(d.fate())));
                });
    }

    private static Message unused(Column column) {
        String key =
                switch (column.state()) {
                    case TAKEN, UNKNOWN -> "now.full.unknown";
                    case FIRST, NEXT -> "now.full.next";
                    case NEXT_OR_MARKER -> "now.full.next.or.marker";
                };
        return Message.of(key, text(column.offset()));
    }

    private static String fate(Fate fate) {
        return switch (fate) {
            case PLAIN -> "now.full.plain";
            case OPEN -> "now.full.open";
            case COMMITTED -> "now.full.committed";
            case ABORTED -> "now.full.aborted";
        };
    }

    String reader(Column column, Isolation isolation) {
        Reading reading =
                isolation == Isolation.READ_COMMITTED ? column.committed() : column.everything();
        if (reading == null) {
            return texts.get("now.full.nothing", isolation.kafkaName());
        }
        String what =
                column.slot() instanceof Slot.Data d ? value(d, LONG) : texts.get("now.marker");
        return texts.get(
                sentence(reading, column),
                isolation.kafkaName(),
                what,
                text(column.offset()),
                text(column.lastStableOffset()));
    }

    private static String sentence(Reading reading, Column column) {
        return switch (reading) {
            case DELIVERED -> {
                String untold = untold(column);
                yield untold == null ? "now.full.delivered" : "now.full" + untold.substring(3);
            }
            case HELD -> isOpen(column) ? "now.full.held" : "now.full.held.behind";
            case FILTERED -> "now.full.filtered";
            case NEVER_DELIVERED -> "now.full.never";
            case COMING -> "now.full.coming";
        };
    }

    /// What the gate means.
    String gate(Column column) {
        return texts.get("now.full.gate", text(column.lastStableOffset()));
    }

    /// What the application that has the record is not told; null if there is nothing to tell.
    static @Nullable String untold(Column column) {
        if (!(column.slot() instanceof Slot.Data data)) {
            return null;
        }
        return switch (data.fate()) {
            case OPEN -> "now.untold.open";
            case ABORTED -> "now.untold.aborted";
            case PLAIN, COMMITTED -> null;
        };
    }

    static boolean isOpen(Column column) {
        return column.slot() instanceof Slot.Data data && data.fate() == Fate.OPEN;
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
