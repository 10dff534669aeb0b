package dev.txscope.kafka;

import dev.txscope.command.Command.SendRecords;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// Owns one transactional `KafkaProducer` and the only thread that may call it.
///
/// Calls are made one after the other, whether legal or not: what Kafka says is the fact. A call
/// that hangs, since the broker is gone, ends by itself after [ClientConfigs#CALL_LIMIT].
final class ProducerActor implements AutoCloseable {
    /// Rejections come a little after the limit that the client has for them.
    private static final Duration ACKNOWLEDGE_LIMIT = ClientConfigs.CALL_LIMIT.plusSeconds(2);

    /// Long enough to abort an open transaction on a broker that lives.
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final String topic;
    private final InitTransactions init;
    private final Supplier<Producer<String, String>> factory;
    private final ProducerCalls calls;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Producer<String, String> producer;

    ProducerActor(
            Identity who,
            Supplier<Producer<String, String>> factory,
            FactStream facts,
            Actors actors) {
        this.topic = who.topic();
        this.init = who.init();
        this.factory = factory;
        this.calls = new ProducerCalls(who.name(), facts);
        this.thread = actors.start("producer-" + who.name(), this::run);
        restart();
    }

    /// @param name such as `A`
    /// @param topic where its records go
    /// @param init what the factory's producers are configured with
    record Identity(String name, String topic, InitTransactions init) {}

    /// Closes the producer, if there is one, makes a new one and calls `initTransactions()`.
    ///
    /// The old one is closed at once, as if its application had crashed: a patient close would
    /// abort an open transaction in silence, where `initTransactions()` does it for all to see.
    void restart() {
        mailbox.add(
                () -> {
                    closeProducer(Duration.ZERO);
                    calls.forget();
                    calls.make(init, this::makeProducer);
                });
    }

    /// Runs it when the calls so far have ended, whether they threw or not.
    void afterCalls(Runnable next) {
        mailbox.add(next);
    }

    void begin() {
        mailbox.add(
                () ->
                        calls.make(
                                new ProducerCall.BeginTransaction(),
                                () -> current().beginTransaction()));
    }

    void commit() {
        mailbox.add(
                () ->
                        calls.make(
                                new ProducerCall.CommitTransaction(),
                                () -> current().commitTransaction()));
    }

    void abort() {
        mailbox.add(
                () ->
                        calls.make(
                                new ProducerCall.AbortTransaction(),
                                () -> current().abortTransaction()));
    }

    /// Sends the records, up to the first that throws, and then waits for their acknowledgements.
    ///
    /// It waits because `abortTransaction()` drops what is still in the client's buffer, and a
    /// record that was never in the log is no aborted record. It does not call `flush()`, which has
    /// no limit and hangs for ever when `send()` was refused: the refused record stays in the
    /// buffer.
    void send(SendRecords command) {
        mailbox.add(() -> sendAll(command));
    }

    private void sendAll(SendRecords command) {
        String value = command.value();
        for (int i = 0; i < command.count() && !closing; i++) {
            var data = new ProducerRecord<String, String>(topic, command.key(), value);
            if (!calls.send(current(), data, i, command.count())) {
                break;
            }
            value = SendRecords.next(value);
        }
        try {
            calls.awaitAcknowledgements(ACKNOWLEDGE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                mailbox.take().run();
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the end.
        }
        // A call that was interrupted left the flag, which would spoil the close.
        Thread.interrupted();
        closeProducer(FAREWELL);
    }

    private void makeProducer() {
        var made = factory.get();
        producer = made;
        made.initTransactions();
    }

    private Producer<String, String> current() {
        if (producer == null) {
            throw new IllegalStateException("There is no producer");
        }
        return producer;
    }

    private void closeProducer(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }

    /// Ends a running call, and the producer.
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        Closing.join(thread);
    }
}
