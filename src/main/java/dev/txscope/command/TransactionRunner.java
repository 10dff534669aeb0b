package dev.txscope.command;

import java.util.concurrent.CompletionStage;

/// Where requested transactions go: one producer runs them one after the other, on a thread of its
/// own, however many ask at once.
public interface TransactionRunner {

    /// Enqueues the request and returns at once; any thread may call it.
    ///
    /// The stage completes when Kafka has ended the transaction as asked. It fails with
    /// [KafkaUnavailableException] when that did not happen within the runner's limit: then nothing
    /// of it stays open, and nothing of it will ever be committed, unless the answer to a commit
    /// was lost and its end did not become known in time either, which the exception says.
    CompletionStage<Void> run(TransactionRequest request);
}
