package dev.txscope.ui.now;

import dev.txscope.event.Content;
import dev.txscope.event.Outcome;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Slot;
import dev.txscope.text.Visible;

import org.jspecify.annotations.Nullable;

/// One offset, from top to bottom: the log, and what each consumer has of it.
///
/// @param slot null where nothing is known of the offset, and for the next one
/// @param everything what it is to the `read_uncommitted` consumer; null before that one started
/// @param committed what it is to the `read_committed` consumer; null before that one started
/// @param gate whether the last stable offset is here: `read_committed` reads stop before it
/// @param lastStableOffset where they stop, wherever that is
/// @param state what there is to say of it that depends on its neighbours
record Column(
        long offset,
        @Nullable Slot slot,
        @Nullable Reading everything,
        @Nullable Reading committed,
        boolean gate,
        long lastStableOffset,
        State state) {

    /// What kind of place it is.
    enum State {
        /// A record or a marker.
        TAKEN,
        /// Below the end of the log, but nobody saw what it holds.
        UNKNOWN,
        /// The next offset of an empty log.
        FIRST,
        /// The next offset while nothing is open.
        NEXT,
        /// The next offset while a transaction is open: its marker may take it.
        NEXT_OR_MARKER
    }

    /// Values longer than this are cut: the whole is in the tooltip.
    static final int SHOWN = 60;

    private static final double GATE = 1.1;
    private static final double CHARACTER = 0.62;

    /// What is beside a value where there is little room: what is not told, in two short lines.
    private static final double BESIDE = 4.95;

    private static final double WIDEST_VALUE = 15;

    /// Whether it is the next offset.
    boolean isGhost() {
        return switch (state) {
            case FIRST, NEXT, NEXT_OR_MARKER -> true;
            case TAKEN, UNKNOWN -> false;
        };
    }

    /// How wide it is, in em: by what it must say, and how wide words are at all.
    ///
    /// @param brief whether it says things in fewer words, one above the other; these have room for
    ///   wide ones too
    /// @param words how many times as wide as usual words are; see [dev.txscope.ui.fx.WordWidth]
    double em(boolean brief, double words) {
        return (gate ? GATE : 0) + (brief ? ownBriefly() : own(words));
    }

    private double ownBriefly() {
        return switch (slot) {
            case null -> isGhost() ? 7.8 : 5;
            case Slot.Marker m -> (m.outcome() == Outcome.COMMIT ? 5.9 : 5.4) + digits();
            case Slot.Data data ->
                    digits()
                            + switch (data.fate()) {
                                case PLAIN, COMMITTED -> value(data.content()) + 1.75;
                                case ABORTED, OPEN -> value(data.content()) + BESIDE;
                            };
        };
    }

    private double own(double words) {
        return switch (slot) {
            case null -> (isGhost() ? 9.6 : 5) * words;
            case Slot.Marker m -> (m.outcome() == Outcome.COMMIT ? 7.7 : 7.2) + digits();
            case Slot.Data data -> digits() + value(data.content()) + around(data.fate(), words);
        };
    }

    private double digits() {
        return Math.max(0, Long.toString(offset).length() - 1) * CHARACTER;
    }

    private static double around(Slot.Fate fate, double words) {
        return switch (fate) {
            case PLAIN -> 3.1;
            case COMMITTED -> 4.4;
            case ABORTED -> 6.5 * words;
            case OPEN -> 7.1 * words;
        };
    }

    private static double value(Content content) {
        String shown = Visible.of(content.value(), SHOWN);
        int cells = shown.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
        return Math.clamp(cells * CHARACTER, 4.3, WIDEST_VALUE);
    }
}
