package dev.txscope.event;

/// The coordinator's states, as `org.apache.kafka.coordinator.transaction.TransactionState` has
/// them.
///
/// ```
///              first record            EndTxn(COMMIT)           all markers written
///   Empty ───────────────▶ Ongoing ──────────────────▶ PrepareCommit ───▶ CompleteCommit
///                            ▲ │  EndTxn(ABORT), timeout                        │
///                            │ └─────────────────────▶ PrepareAbort ────▶ CompleteAbort
///                            └──────── first record of the next transaction ────┘
/// ```
public enum TransactionState {
    EMPTY("Empty"),
    ONGOING("Ongoing"),
    PREPARE_COMMIT("PrepareCommit"),
    PREPARE_ABORT("PrepareAbort"),
    COMPLETE_COMMIT("CompleteCommit"),
    COMPLETE_ABORT("CompleteAbort"),
    DEAD("Dead"),
    PREPARE_EPOCH_FENCE("PrepareEpochFence");

    private final String kafkaName;

    TransactionState(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    /// Kafka's own name of the state, never translated.
    public String kafkaName() {
        return kafkaName;
    }

    /// Whether the outcome is decided and the markers may not be written yet.
    public boolean isPrepare() {
        return this == PREPARE_COMMIT || this == PREPARE_ABORT;
    }

    /// Whether every partition of the transaction has its marker.
    public boolean isComplete() {
        return this == COMPLETE_COMMIT || this == COMPLETE_ABORT;
    }
}
