package dev.txscope.event;

import java.time.Duration;
import java.time.Instant;

/// A fact as it was seen, before it has its place in the [EventLog].
///
/// @param at when it was seen, by the wall clock: for display only, it can be set back
/// @param elapsed when it was seen, on a clock that never goes back, since the log began
public record Observation(
        Instant at, Duration elapsed, Source source, Evidence evidence, TxEvent event) {}
