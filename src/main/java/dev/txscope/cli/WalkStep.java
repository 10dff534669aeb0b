package dev.txscope.cli;

import dev.txscope.command.Command;

/// A step of a walk, and what must come of it.
///
/// @param name a key in the bundle `cli`
record WalkStep(String name, Action action, Findings expected) {

    /// What is done.
    sealed interface Action {
        /// The lab starts, and its producer with it.
        record Start() implements Action {}

        record Do(Command command) implements Action {}

        /// Two more consumers read everything from the beginning.
        record ReadAfresh() implements Action {}
    }
}
