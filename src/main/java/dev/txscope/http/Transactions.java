package dev.txscope.http;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.command.TransactionRunner;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Turns a request into one transaction and waits for its end.
///
/// @param limit how long it waits, at most
record Transactions(TransactionRunner runner, Duration limit) {

    Answer run(Ending ending, Request request) throws RefusedException {
        String txId = Parameters.txId(request);
        String status = status(ending);
        String statement = CurlLine.post(request.port(), request.path(), txId);
        await(new TransactionRequest(txId, value(txId, status), ending, statement));
        return Answer.json(Answer.object().put("status", status).put("txId", txId));
    }

    private static String status(Ending ending) {
        return switch (ending) {
            case COMMIT -> "COMMITTED";
            case ABORT -> "ABORTED";
        };
    }

    private static String value(String txId, String status) {
        return Answer.object()
                .put("txId", txId)
                .put("status", status)
                .put("ts", Answer.now())
                .put("api", "java")
                .toString();
    }

    private void await(TransactionRequest request) throws RefusedException {
        try {
            runner.run(request).toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KafkaUnavailableException away) {
                throw unavailable(String.valueOf(away.getMessage()));
            }
            throw new IllegalStateException("a requested transaction failed", failed.getCause());
        } catch (TimeoutException _) {
            throw unavailable("Kafka did not end the transaction in time; its end is not known");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable("The service is ending; the transaction's end is not known");
        }
    }

    private static RefusedException unavailable(String reason) {
        return new RefusedException(Status.SERVICE_UNAVAILABLE, reason);
    }
}
