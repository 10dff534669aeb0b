package dev.txscope.kafka;

import dev.txscope.command.KafkaUnavailableException;
import dev.txscope.command.TransactionRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// Requests that wait for their turn, oldest first. One that is overdue before it began is never
/// begun: a thread of the queue's own answers it, since the producer's may hang in a call.
final class RequestQueue {
    private final Duration limit;
    private final Duration reserve;
    private final BiConsumer<TransactionRequest, String> refused;
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private String trouble = "No broker has been ready yet";
    private boolean woken;
    private boolean closed;

    /// @param limit from a request to its answer
    /// @param reserve what has to be left of it for a request to begin
    /// @param refused is told of each that is never begun, and why, before its answer
    RequestQueue(
            Duration limit,
            Duration reserve,
            Actors actors,
            BiConsumer<TransactionRequest, String> refused) {
        this.limit = limit;
        this.reserve = reserve;
        this.refused = refused;
        actors.start("request-deadlines", this::watch);
    }

    /// A request, and its answer to come.
    record Asked(TransactionRequest request, CompletableFuture<Void> answer, long deadline) {
        Duration left() {
            return Duration.ofNanos(deadline - System.nanoTime());
        }

        void done() {
            answer.complete(null);
        }

        void failed(String reason) {
            answer.completeExceptionally(new KafkaUnavailableException(reason));
        }
    }

    CompletionStage<Void> add(TransactionRequest request) {
        var asked =
                new Asked(request, new CompletableFuture<>(), System.nanoTime() + limit.toNanos());
        synchronized (this) {
            if (!closed) {
                waiting.add(asked);
                notifyAll();
                return asked.answer();
            }
        }
        asked.failed("The service has ended");
        return asked.answer();
    }

    /// Waits for the next request that can still be served, or null when there is none for a while.
    synchronized @Nullable Asked take(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            wait(left / 1_000_000 + 1);
        }
        return waiting.remove();
    }

    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /// Waits for a request or a [#wake].
    synchronized void awaitWake() throws InterruptedException {
        while (!woken && waiting.isEmpty()) {
            wait();
        }
        woken = false;
    }

    /// Waits for a [#wake], but not longer than the limit.
    synchronized void awaitWake(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); !woken && left > 0; ) {
            wait(left / 1_000_000 + 1);
            left = end - System.nanoTime();
        }
        woken = false;
    }

    /// Why nothing can be begun now, for those who wait too long.
    synchronized void trouble(String why) {
        trouble = why;
    }

    synchronized String trouble() {
        return trouble;
    }

    private void watch() {
        try {
            for (var late = overdue(); late != null; late = overdue()) {
                String why = trouble();
                late.forEach(asked -> refuse(asked, why));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(Asked asked, String why) {
        refused.accept(asked.request(), why);
        asked.failed(why);
    }

    /// Waits for requests that can no longer be served; null at the end.
    private synchronized @Nullable List<Asked> overdue() throws InterruptedException {
        while (!closed) {
            var first = waiting.peek();
            var left = first == null ? Duration.ZERO : first.left().minus(reserve);
            if (first == null) {
                wait();
            } else if (left.isPositive()) {
                wait(left.toMillis() + 1);
            } else {
                return removeOverdue();
            }
        }
        return null;
    }

    private List<Asked> removeOverdue() {
        var late = new ArrayList<Asked>();
        while (!waiting.isEmpty() && !waiting.peek().left().minus(reserve).isPositive()) {
            late.add(waiting.remove());
        }
        return late;
    }

    /// Answers all that wait, and refuses all that come.
    void close(String why) {
        List<Asked> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(waiting);
            waiting.clear();
            notifyAll();
        }
        rest.forEach(asked -> asked.failed(why));
    }
}
