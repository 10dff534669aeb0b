package dev.txscope.projection;

import org.jspecify.annotations.Nullable;

/// What one fact adds to the timeline.
///
/// @param transaction the number of its transaction, 0 for none
/// @param also what the same fact says in another lane, next to it
record Step(
        Lane lane,
        Cell cell,
        int transaction,
        Weight weight,
        @Nullable Lane beside,
        @Nullable Cell also) {

    /// How much attention it asks for.
    enum Weight {
        /// A click: the times after it count from here.
        LEAD,
        STEP,
        DETAIL
    }

    static Step of(Lane lane, Cell cell, int transaction) {
        return new Step(lane, cell, transaction, Weight.STEP, null, null);
    }

    static Step lead(Lane lane, Cell cell, int transaction) {
        return new Step(lane, cell, transaction, Weight.LEAD, null, null);
    }

    static Step detail(Lane lane, Cell cell, int transaction) {
        return new Step(lane, cell, transaction, Weight.DETAIL, null, null);
    }

    Step beside(Lane other, Cell second) {
        return new Step(lane, cell, transaction, weight, other, second);
    }
}
