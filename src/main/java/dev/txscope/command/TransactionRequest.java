package dev.txscope.command;

/// A whole transaction of one record, as a client of the local services asks for it.
///
/// @param txId the record's key, of any Unicode, not blank
/// @param value the record's value
/// @param ending what its producer does after the record was acknowledged
/// @param statement the command line that asks for the same, such as a `curl` line
public record TransactionRequest(String txId, String value, Ending ending, String statement) {

    public TransactionRequest {
        if (txId.isBlank()) {
            throw new IllegalArgumentException("txId is blank");
        }
    }

    /// How the transaction is to end.
    public enum Ending {
        /// `commitTransaction()`.
        COMMIT,
        /// `abortTransaction()`, after the record is in the log.
        ABORT
    }
}
