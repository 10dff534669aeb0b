package dev.txscope.kafka;

import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRunner;
import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Owns the services' one producer and the only thread that touches it: takes requests one after
/// the other, each a transaction of one record.
///
/// A call that fails ends the producer's trust: its transaction is aborted, or else the producer is
/// closed and made anew, whose `initTransactions()` ends what was open (T13). While there is none,
/// requests wait until their deadline.
final class RequestRunner implements TransactionRunner, AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);

    /// So many starts are tried without anybody asking for anything.
    private static final int EAGER = 4;

    private final Identity who;
    private final ProducerCalls calls;
    private final RequestQueue queue;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Supplier<Producer<String, String>> factory;
    private final AtomicInteger attempts = new AtomicInteger();
    private @Nullable Producer<String, String> producer;

    /// Whether the answer to a commit was lost.
    private boolean inDoubt;

    /// @param name of the producer, such as `HTTP`
    /// @param limit from a request to its answer
    /// @param call the longest that one of the producer's calls takes
    record Identity(
            String name, String topic, InitTransactions init, Duration limit, Duration call) {}

    RequestRunner(Identity who, FactStream facts, Actors actors) {
        this.who = who;
        calls = new ProducerCalls(who.name(), facts);
        queue = new RequestQueue(who.limit(), who.call(), actors);
        thread = actors.start("producer-" + who.name(), this::run);
    }

    @Override
    public CompletionStage<Void> run(TransactionRequest request) {
        return queue.add(request);
    }

    /// There is a broker, perhaps again: a producer that is missing is made now.
    void connected(Supplier<Producer<String, String>> made) {
        factory = made;
        attempts.set(0);
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
        drop(FAREWELL);
        queue.close("The service has ended");
    }

    private void serve() throws InterruptedException {
        var now = producer;
        if (now != null) {
            var asked = queue.take(who.call());
            if (asked != null) {
                serve(now, asked);
            }
        } else if (factory != null && (attempts.get() < EAGER || queue.isWaiting())) {
            start();
        } else {
            queue.awaitWake();
        }
    }

    private void start() throws InterruptedException {
        var make = factory;
        attempts.incrementAndGet();
        calls.forget();
        boolean started =
                make != null
                        && calls.make(
                                who.init(),
                                () -> {
                                    var made = make.get();
                                    producer = made;
                                    made.initTransactions();
                                });
        if (!started) {
            queue.trouble(reason());
            drop(Duration.ZERO);
            queue.awaitWake(RETRY);
        }
    }

    private void serve(Producer<String, String> now, RequestQueue.Asked asked)
            throws InterruptedException {
        calls.requested(asked.request().statement());
        if (sent(now, asked) && ended(now, asked.request().ending())) {
            asked.done();
        } else {
            String why = reason();
            asked.failed(inDoubt ? why + " It may be committed: the answer was lost." : why);
            inDoubt = false;
        }
    }

    private boolean sent(Producer<String, String> now, RequestQueue.Asked asked)
            throws InterruptedException {
        var request = asked.request();
        var data = new ProducerRecord<>(who.topic(), request.txId(), request.value());
        if (!calls.make(new BeginTransaction(), now::beginTransaction)) {
            drop(Duration.ZERO);
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

    private boolean ended(Producer<String, String> now, TransactionRequest.Ending ending) {
        boolean ended =
                switch (ending) {
                    case COMMIT -> calls.make(new CommitTransaction(), now::commitTransaction);
                    case ABORT -> calls.make(new AbortTransaction(), now::abortTransaction);
                };
        if (!ended) {
            var failure = calls.failure();
            boolean unknown =
                    closing || failure == null || failure.severity() == Failure.Severity.TRANSIENT;
            inDoubt = unknown && ending == TransactionRequest.Ending.COMMIT;
            // A commit that may be on its way cannot be taken back: the next producer's init waits
            // for it, or aborts what the coordinator never heard of.
            drop(Duration.ZERO);
        }
        return ended;
    }

    private void abandon(Producer<String, String> now) {
        if (closing || !calls.make(new AbortTransaction(), now::abortTransaction)) {
            drop(Duration.ZERO);
        }
    }

    private void drop(Duration patience) {
        var last = producer;
        if (last != null) {
            producer = null;
            attempts.set(0);
            try {
                last.close(patience);
            } catch (InterruptException _) {
                // Only close() interrupts: this was the last one, and it is closed all the same.
            }
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
        queue.close("The service has ended");
        thread.interrupt();
        Closing.join(thread);
    }
}
