package dev.txscope.cli;

/// What the program tells who started it. 130, after Ctrl-C, is the virtual machine's own.
final class ExitCode {
    /// All went well, and every fact of a demo was as its walk demands.
    static final int OK = 0;

    /// A fact was another one, or the run could not be completed.
    static final int DIFFERENT = 1;

    /// The command line asks for what there is not.
    static final int USAGE = 2;

    /// Nobody reads any more what is printed, as for a process that SIGPIPE ends.
    static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}
}
