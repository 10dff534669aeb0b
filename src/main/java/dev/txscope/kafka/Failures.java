package dev.txscope.kafka;

import dev.txscope.event.Failure;
import dev.txscope.event.Failure.Severity;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// What an exception of a client leaves possible, as `TransactionManager` decides it.
final class Failures {
    private Failures() {}

    /// A failure in the exception's own words. Kafka wraps the reason, so it is told too.
    static Failure of(Throwable thrown, Severity severity) {
        var text = new StringBuilder(message(thrown));
        var cause = thrown.getCause();
        if (cause != null) {
            text.append(" Caused by ").append(cause.getClass().getSimpleName());
            text.append(message(cause).isEmpty() ? "" : ": ").append(message(cause));
        }
        return new Failure(thrown.getClass().getSimpleName(), text.toString(), severity);
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    /// Of an exception that `init`, `begin`, `send`, `commit` or `abort` threw.
    ///
    /// @param before what an earlier exception of the same producer left possible
    static Severity ofCall(RuntimeException thrown, Severity before) {
        return switch (thrown) {
            // With a cause, the client says that an earlier mistake has broken it.
            case IllegalStateException e ->
                    e.getCause() == null ? Severity.REFUSED : Severity.FATAL;
            case ProducerFencedException _ -> Severity.FATAL;
            case InvalidProducerEpochException _, TransactionAbortableException _ ->
                    Severity.ABORTABLE;
            // The client goes on trying; the same call may be made again.
            case RetriableException _ -> Severity.TRANSIENT;
            case KafkaException e when isErrorState(e) -> before;
            case KafkaException _ -> Severity.FATAL;
            default -> Severity.REFUSED;
        };
    }

    /// `KafkaException: Cannot execute transactional method because we are in an error state`:
    /// nothing new, an earlier failure is told again.
    private static boolean isErrorState(KafkaException thrown) {
        return thrown.getClass() == KafkaException.class && thrown.getCause() != null;
    }

    /// Of an exception that `send`'s callback brought.
    static Severity ofRecord(Exception brought) {
        return switch (brought) {
            case ProducerFencedException _,
                    AuthorizationException _,
                    UnsupportedVersionException _,
                    InvalidPidMappingException _ ->
                    Severity.FATAL;
            default -> Severity.ABORTABLE;
        };
    }
}
