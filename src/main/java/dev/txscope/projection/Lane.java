package dev.txscope.projection;

/// The columns of the timeline, from left to right.
public enum Lane {
    /// The broker's life, across all lanes.
    SESSION,
    PRODUCER,
    COORDINATOR,
    LOG,
    READ_UNCOMMITTED,
    READ_COMMITTED
}
