package dev.txscope.http;

import java.io.Serial;

/// A request that is answered with an error.
final class RefusedException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final Status status;

    /// @param message one sentence that holds nothing of the request but names of its parts
    RefusedException(Status status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    Status status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
