package dev.txscope.cli;

import dev.txscope.projection.Message;

/// What the command line names is there, or should be, and cannot be used: no run was begun.
public final class UnusableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message reason;

    /// @param reason a sentence without its end, without secrets
    public UnusableException(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    Message sentence() {
        return Message.of("cli.unusable", reason);
    }
}
