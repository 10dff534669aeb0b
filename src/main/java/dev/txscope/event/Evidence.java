package dev.txscope.event;

/// How a fact is known.
public enum Evidence {
    /// It was seen itself: a return value, a record, a log entry.
    OBSERVED,
    /// A state was asked for from time to time: states shorter than the interval can be missed.
    SAMPLED,
    /// It follows from other facts, since the direct source was refused.
    INFERRED
}
