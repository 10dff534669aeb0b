package dev.txscope.event;

/// Why a broker did not start, or ended, as far as its exit and its log tell.
public enum BrokerProblem {
    /// Another program listens on the port that was asked for.
    PORT_TAKEN,
    /// The data folder cannot be made or written.
    FOLDER_NOT_WRITABLE,
    /// Another broker holds the data folder's lock.
    FOLDER_IN_USE,
    /// The disk of the data folder is full.
    DISK_FULL,
    /// The machine would not give the process its memory.
    NO_MEMORY,
    /// Its virtual machine met a fatal error; the detail is how that names it.
    CRASHED,
    /// The process was ended by a signal.
    KILLED,
    /// It took longer than anybody waits.
    TIMED_OUT,
    /// None of the above: the log tells.
    UNKNOWN
}
