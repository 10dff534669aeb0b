package dev.txscope.event;

import java.time.Duration;
import java.time.Instant;

/// A fact with its place in the one order of all facts.
///
/// Order is `seq` and nothing else. A fact can be appended a few milliseconds after it was seen,
/// behind its cause, so neither clock need grow with `seq`.
///
/// @param seq 0 for the first fact of the run, then without gaps
/// @param at when it was seen, by the wall clock: for display only, it can be set back
/// @param elapsed when it was seen, on a clock that never goes back, since the log began
public record Envelope(
        long seq, Instant at, Duration elapsed, Source source, Evidence evidence, TxEvent event) {

    static Envelope of(long seq, Observation seen) {
        return new Envelope(
                seq, seen.at(), seen.elapsed(), seen.source(), seen.evidence(), seen.event());
    }
}
