package dev.txscope.event;

/// How a transaction ends: the type of its markers.
public enum Outcome {
    COMMIT,
    ABORT
}
