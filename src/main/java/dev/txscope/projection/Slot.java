package dev.txscope.projection;

import dev.txscope.event.Content;
import dev.txscope.event.Outcome;

/// What one offset of a partition holds.
public sealed interface Slot {
    long offset();

    long producerId();

    int producerEpoch();

    /// The number of its transaction in this run, 0 if it belongs to none.
    int transaction();

    /// A record, with its fate as far as the log tells.
    ///
    /// @param batchBase first offset of its batch
    /// @param batchLast last offset of its batch
    record Data(
            long offset,
            Content content,
            Fate fate,
            long producerId,
            int producerEpoch,
            int transaction,
            long batchBase,
            long batchLast)
            implements Slot {

        Data settled(Fate next) {
            return new Data(
                    offset,
                    content,
                    next,
                    producerId,
                    producerEpoch,
                    transaction,
                    batchBase,
                    batchLast);
        }
    }

    /// The end of a transaction in this partition.
    record Marker(long offset, Outcome outcome, long producerId, int producerEpoch, int transaction)
            implements Slot {}

    /// What became of a record. It stays in the log, whatever it is.
    enum Fate {
        /// Not part of a transaction.
        PLAIN,
        /// Its transaction has no marker here yet.
        OPEN,
        COMMITTED,
        ABORTED
    }
}
