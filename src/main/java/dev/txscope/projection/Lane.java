package dev.txscope.projection;

import dev.txscope.event.Isolation;

/// The columns of the timeline, from left to right.
public enum Lane {
    /// The broker's life, across all lanes.
    SESSION,
    PRODUCER,
    COORDINATOR,
    LOG,
    READ_UNCOMMITTED,
    READ_COMMITTED;

    /// The lane of the consumer that reads so.
    static Lane of(Isolation isolation) {
        return switch (isolation) {
            case READ_UNCOMMITTED -> READ_UNCOMMITTED;
            case READ_COMMITTED -> READ_COMMITTED;
        };
    }
}
