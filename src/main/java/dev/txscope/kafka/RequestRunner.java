package dev.txscope.kafka;

import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.command.TransactionRunner;
import dev.txscope.event.Failure;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Owns the services' one producer and the only thread that touches it: takes requests one after
/// the other, each a transaction of one record.
///
/// A call that fails ends the producer's trust: its transaction is aborted, or else the producer is
/// closed and made anew, whose `initTransactions()` ends what was open (T13). While there is none,
/// requests wait until their deadline. How a transaction ended whose last answer was lost is looked
/// up after that, as long as its request may wait.
final class RequestRunner implements TransactionRunner, AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final String ENDED = "The service has ended";

    private final Identity who;
    private final ProducerCalls calls;
    private final RequestQueue queue;
    private final RequestProducer producer;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Ends ends;

    /// Whether the answer to a commit or an abort was lost.
    private boolean inDoubt;

    /// @param name of the producer, such as `HTTP`
    /// @param limit from a request to its answer
    /// @param call the longest that one of the producer's calls takes
    record Identity(
            String name, String topic, InitTransactions init, Duration limit, Duration call) {}

    /// Knows how transactions ended.
    interface Ends {
        /// @param place of a record of the transaction
        /// @return null if it did not become known in time
        @Nullable Outcome of(ProducerCalls.Place place, Duration limit);
    }

    RequestRunner(Identity who, FactStream facts, Actors actors) {
        this.who = who;
        calls = new ProducerCalls(who.name(), facts);
        producer = new RequestProducer(who, calls);
        queue =
                new RequestQueue(
                        who.limit(),
                        who.call(),
                        actors,
                        (request, why) -> calls.refused(request.statement(), why));
        thread = actors.start("producer-" + who.name(), this::run);
    }

    @Override
    public CompletionStage<Void> run(TransactionRequest request) {
        return queue.add(request);
    }

    /// There is a broker, perhaps again: a producer that is missing is made now.
    void connected(Supplier<Producer<String, String>> made, Ends known) {
        ends = known;
        producer.connected(made);
        queue.wake();
    }

    private void run() {
        try {
            while (!closing) {
                serve();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the end.
        }
        Thread.interrupted();
        producer.drop(FAREWELL);
        queue.close(ENDED);
    }

    private void serve() throws InterruptedException {
        var now = producer.get();
        if (now != null) {
            var asked = queue.take(who.call());
            if (asked != null) {
                serve(now, asked);
            }
        } else if (producer.canStart(queue.isWaiting())) {
            start();
        } else {
            queue.awaitWake();
        }
    }

    private void start() throws InterruptedException {
        if (!producer.start()) {
            queue.trouble(reason());
            producer.drop(Duration.ZERO);
            queue.awaitWake(RETRY);
        }
    }

    private void serve(Producer<String, String> now, RequestQueue.Asked asked)
            throws InterruptedException {
        calls.requested(asked.request().statement());
        inDoubt = false;
        try {
            if (sent(now, asked) && ended(now, asked.request().ending())) {
                asked.done();
            } else if (inDoubt) {
                settle(asked, reason());
            } else {
                asked.failed(reason());
            }
        } catch (InterruptedException e) {
            asked.failed(inDoubt ? ENDED + ". " + lost(asked) : ENDED);
            throw e;
        }
    }

    private boolean sent(Producer<String, String> now, RequestQueue.Asked asked)
            throws InterruptedException {
        var request = asked.request();
        var data = new ProducerRecord<>(who.topic(), request.txId(), request.value());
        if (!calls.make(new BeginTransaction(), now::beginTransaction)) {
            producer.drop(Duration.ZERO);
            return false;
        }
        boolean known =
                calls.send(now, data, 0, 1)
                        && calls.awaitAcknowledgements(asked.left().minus(who.call()));
        if (known && calls.failure() == null) {
            return true;
        }
        if (!known && calls.failure() == null) {
            queue.trouble("The record was not acknowledged in time");
        }
        abandon(now);
        return false;
    }

    private boolean ended(Producer<String, String> now, Ending ending) {
        boolean ended =
                switch (ending) {
                    case COMMIT -> calls.make(new CommitTransaction(), now::commitTransaction);
                    case ABORT -> calls.make(new AbortTransaction(), now::abortTransaction);
                };
        if (!ended) {
            var failure = calls.failure();
            inDoubt =
                    closing || failure == null || failure.severity() == Failure.Severity.TRANSIENT;
            // A commit that may be on its way cannot be taken back: the next producer's init waits
            // for it, or aborts what the coordinator never heard of.
            producer.drop(Duration.ZERO);
        }
        return ended;
    }

    /// Answers with the end that the transaction really had, if that becomes known in time.
    private void settle(RequestQueue.Asked asked, String why) throws InterruptedException {
        var ending = asked.request().ending();
        var end = end(asked);
        if (end == null) {
            asked.failed(why + " " + lost(asked));
        } else if ((end == Outcome.COMMIT) == (ending == Ending.COMMIT)) {
            asked.done();
        } else {
            asked.failed(why + (end == Outcome.ABORT ? " It was aborted." : " It was committed."));
        }
    }

    private static String lost(RequestQueue.Asked asked) {
        return switch (asked.request().ending()) {
            case COMMIT -> "It may be committed: the answer was lost.";
            case ABORT -> "It will not be committed.";
        };
    }

    /// A new producer first: only its init decides what the coordinator has not heard of.
    private @Nullable Outcome end(RequestQueue.Asked asked) throws InterruptedException {
        var place = calls.place();
        var known = ends;
        while (!closing && place != null && known != null) {
            if (producer.get() != null) {
                return known.of(place, asked.left());
            }
            if (asked.left().compareTo(who.call()) < 0) {
                break; // Another start may take longer than the request may wait.
            }
            start();
        }
        return null;
    }

    private void abandon(Producer<String, String> now) {
        if (closing || !calls.make(new AbortTransaction(), now::abortTransaction)) {
            producer.drop(Duration.ZERO);
        }
    }

    private String reason() {
        var failure = calls.failure();
        return failure == null
                ? queue.trouble()
                : failure.type() + ": " + Reasons.of(failure.message());
    }

    /// Fails what still waits, ends a running call, aborts what is open, and closes the producer.
    @Override
    public void close() {
        closing = true;
        queue.close(ENDED);
        thread.interrupt();
        Closing.join(thread);
    }
}
