package dev.txscope.kafka;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The producer of requests: made when there is a broker, given up when it cannot be trusted, and
/// made anew. Used by the requests' thread; only [#connected] may be called by another.
final class RequestProducer {
    /// So many starts are tried without anybody asking for anything.
    private static final int EAGER = 4;

    private final RequestRunner.Identity who;
    private final ProducerCalls calls;
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable Supplier<Producer<String, String>> factory;
    private @Nullable Producer<String, String> producer;

    RequestProducer(RequestRunner.Identity who, ProducerCalls calls) {
        this.who = who;
        this.calls = calls;
    }

    /// There is a broker, perhaps again.
    void connected(Supplier<Producer<String, String>> made) {
        factory = made;
        attempts.set(0);
    }

    /// The one that can be used, or null.
    @Nullable Producer<String, String> get() {
        return producer;
    }

    /// Whether a start makes sense now.
    boolean canStart(boolean somebodyWaits) {
        return factory != null && (attempts.get() < EAGER || somebodyWaits);
    }

    /// Makes one, whose `initTransactions()` ends what an older one left open (T13).
    boolean start() {
        var make = factory;
        attempts.incrementAndGet();
        calls.forget();
        return make != null
                && calls.make(
                        who.init(),
                        () -> {
                            var made = make.get();
                            producer = made;
                            made.initTransactions();
                        });
    }

    /// Closes it, if there is one.
    void drop(Duration patience) {
        var last = producer;
        if (last != null) {
            producer = null;
            attempts.set(0);
            try {
                last.close(patience);
            } catch (InterruptException _) {
                // Only the runner's end interrupts: this was the last one, and it is closed all the
                // same.
            }
        }
    }
}
