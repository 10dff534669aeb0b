package dev.txscope.cli;

import dev.txscope.event.Outcome;
import dev.txscope.event.TransactionState;
import dev.txscope.projection.Slot.Fate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a step of a walk led to: the same whether it is demanded or was seen.
///
/// @param coordinator what the coordinator wrote, in order
/// @param log what the partition's log got, in order
/// @param limits where things stand after the step
/// @param uncommitted what the `read_uncommitted` application was given
/// @param committed what the `read_committed` application was given
record Findings(
        List<Said> coordinator,
        List<Logged> log,
        Limits limits,
        List<Delivery> uncommitted,
        List<Delivery> committed) {

    /// An entry of the coordinator's log.
    record Said(TransactionState state, int epoch) {
        @Override
        public String toString() {
            return state.kafkaName() + " e" + epoch;
        }
    }

    /// An offset of the partition.
    ///
    /// @param value the record's, null for a marker
    /// @param marker null for a record
    record Logged(long offset, @Nullable String value, @Nullable Outcome marker, int epoch) {
        @Override
        public String toString() {
            return offset + " " + (marker == null ? value : "◆ " + marker) + " e" + epoch;
        }
    }

    /// @param highWatermark of the partition
    /// @param lastStable its last stable offset
    /// @param uncommitted the position of the `read_uncommitted` consumer
    /// @param committed the position of the `read_committed` consumer
    record Limits(long highWatermark, long lastStable, long uncommitted, long committed) {}

    /// A record that an application was given.
    ///
    /// @param fate what the log told of it when it was given
    record Delivery(long offset, Fate fate) {}

    Findings {
        coordinator = List.copyOf(coordinator);
        log = List.copyOf(log);
        uncommitted = List.copyOf(uncommitted);
        committed = List.copyOf(committed);
    }
}
