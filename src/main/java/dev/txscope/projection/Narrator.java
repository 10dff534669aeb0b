package dev.txscope.projection;

import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.projection.BrokerState.Trouble;
import dev.txscope.projection.ProducerState.LastCall;
import dev.txscope.projection.ProducerState.Result;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Tells the state of things in one sentence: the most urgent first, the broker, then a failed
/// call, then the newest transaction.
public final class Narrator {
    private Narrator() {}

    /// @param producer the producer that the window's buttons drive
    /// @param remaining how long the open transaction may still be open
    public static Narration tell(World world, String producer, Duration remaining) {
        BrokerState broker = world.broker();
        return switch (broker.phase()) {
            case NOT_STARTED, STARTING -> starting(broker);
            case FAILED -> trouble("failed", broker.trouble());
            case DIED -> trouble("died", broker.trouble());
            case READY -> ready(world, world.producer(producer), remaining);
        };
    }

    private static Narration starting(BrokerState broker) {
        return Narration.of(broker.attempt() > 1 ? "restarting" : "starting");
    }

    private static Narration trouble(String key, @Nullable Trouble trouble) {
        if (trouble == null) {
            return Narration.of(key);
        }
        return new Narration(
                Message.of("sentence." + key + "." + trouble.problem().name(), trouble.detail()),
                Message.of("sentence." + key + ".why"));
    }

    private static Narration ready(World world, ProducerState producer, Duration remaining) {
        LastCall last = producer.last();
        if (last != null && last.result() instanceof Result.Failed(var failure)) {
            return failed(last.call(), failure);
        }
        Transaction requested = newestRequest(world, producer);
        if (requested != null) {
            return tell(world, requested, RequestNarrator.tell(world, requested));
        }
        return switch (producer.client()) {
            case NEW, STARTING -> Narration.of("init");
            case READY, IN_TRANSACTION, MUST_ABORT, COMMIT_IN_DOUBT, ABORT_IN_DOUBT, FAILED -> {
                Transaction t = world.newestOf(producer.name());
                yield t == null
                        ? Narration.of("ready")
                        : tell(
                                world,
                                t,
                                new TransactionNarrator(world, producer, t).tell(remaining));
            }
        };
    }

    /// What is to come of a transaction does not come to a consumer that fails.
    private static Narration tell(World world, Transaction t, Narration told) {
        ReaderState reader = world.failedBefore(t);
        if (reader == null || reader.failure() == null) {
            return told;
        }
        return told.because(
                Message.of(
                        "sentence.reader.failed",
                        reader.consumer().isolation().kafkaName(),
                        reader.failure().type(),
                        reader.failure().message()));
    }

    /// What somebody outside asked for, where it is newer than all that the producer did.
    private static @Nullable Transaction newestRequest(World world, ProducerState producer) {
        Transaction newest = world.transactions().newest();
        if (newest == null || !newest.requested() || producer.running() != null) {
            return null;
        }
        Transaction own = world.newestOf(producer.name());
        return own == null || own.timing().ended().compareTo(newest.timing().ended()) < 0
                ? newest
                : null;
    }

    private static Narration failed(ProducerCall call, Failure failure) {
        Message name = Message.of("sentence.call." + call.getClass().getSimpleName());
        Object[] arguments = {name, failure.type(), failure.message()};
        return switch (failure.severity()) {
            case REFUSED -> Narration.of("refused", arguments);
            case ABORTABLE -> Narration.of("abortable", arguments);
            case FATAL -> Narration.of("fatal", arguments);
            case TRANSIENT ->
                    Narration.of(
                            call instanceof AbortTransaction ? "doubt.abort" : "doubt", arguments);
        };
    }
}
