package dev.txscope.ui.timeline;

import dev.txscope.projection.Row;

/// One line of the list, as it is drawn.
sealed interface Line {
    /// The index of the row that it stands for, or before.
    int at();

    /// The number of the transaction whose band it is in, 0 before the first.
    int band();

    /// A band's title line.
    record Title(int band, int at) implements Line {}

    /// The pause that a person made before the row.
    record Gap(Row row, int band) implements Line {
        @Override
        public int at() {
            return row.index();
        }
    }

    /// A row.
    record Step(Row row, int band) implements Line {
        @Override
        public int at() {
            return row.index();
        }

        /// Whether it belongs to an earlier transaction than the band that it stands in: the
        /// coordinator can finish the one when the next has begun.
        boolean isGuest() {
            return row.transaction() != 0 && row.transaction() != band;
        }
    }
}
