package dev.txscope.cli;

/// What came of a step.
///
/// @param complete whether all that follows from it was seen within the limit
record WalkResult(WalkStep step, Findings seen, boolean complete) {
    boolean asExpected() {
        return complete && seen.equals(step.expected());
    }
}
