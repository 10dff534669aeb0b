package dev.txscope.event;

/// Why something failed: the exception that really came, in its own words.
///
/// @param type the exception's simple class name, such as `ProducerFencedException`
/// @param message the exception's own text, empty if it has none
/// @param severity what the producer or consumer can still do
public record Failure(String type, String message, Severity severity) {

    /// What is left after a failure.
    public enum Severity {
        /// The call was not legal now and changed nothing: go on.
        REFUSED,
        /// The transaction can only be aborted; the producer goes on after that.
        ABORTABLE,
        /// The client can only be closed: a new one must take over.
        FATAL,
        /// It may pass by itself: the client goes on trying.
        TRANSIENT
    }
}
