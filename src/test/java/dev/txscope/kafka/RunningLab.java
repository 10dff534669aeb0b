package dev.txscope.kafka;

import dev.txscope.command.Command;
import dev.txscope.command.Command.AbortTransaction;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.TxEvent;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// A lab on an embedded broker, for tests: commands that wait for what they cause.
final class RunningLab implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    final EventLog log = new EventLog();
    final KafkaLab lab;

    /// Starts it and waits until the producer can begin.
    ///
    /// @param patience how long a fact waits for its cause: a limit makes the order of facts depend
    ///   on the machine's speed
    RunningLab(LabOptions options, Duration patience) throws InterruptedException {
        KafkaLogging.quiet();
        lab = new KafkaLab(options, log, patience);
        awaitCall(0, InitTransactions.class);
    }

    RunningLab() throws InterruptedException {
        this(LabOptions.DEFAULT, LIMIT);
    }

    /// Submits, and waits for the end of the call of that kind.
    Envelope call(Command command, Class<? extends ProducerCall> kind) throws InterruptedException {
        long from = log.size();
        lab.submit(command);
        return awaitCall(from, kind);
    }

    void begin() throws InterruptedException {
        call(new BeginTransaction(), ProducerCall.BeginTransaction.class);
    }

    void send(String value, int count) {
        lab.submit(new SendRecords("k", value, count));
    }

    void commit() throws InterruptedException {
        call(new CommitTransaction(), ProducerCall.CommitTransaction.class);
    }

    void abort() throws InterruptedException {
        call(new AbortTransaction(), ProducerCall.AbortTransaction.class);
    }

    Envelope awaitCall(long from, Class<? extends ProducerCall> kind) throws InterruptedException {
        return await(
                from,
                e ->
                        switch (e) {
                            case CallReturned r -> kind.isInstance(r.call());
                            case CallFailed f -> kind.isInstance(f.call());
                            default -> false;
                        });
    }

    Envelope await(long from, Predicate<TxEvent> wanted) throws InterruptedException {
        return log.await(from, e -> wanted.test(e.event()), LIMIT);
    }

    /// Waits for the first such fact from there on, in [Words].
    Envelope awaitWords(long from, String words) throws InterruptedException {
        return await(from, e -> Words.of(e).equals(words));
    }

    /// The lab's partition.
    dev.txscope.event.TopicPartition partition() {
        return new dev.txscope.event.TopicPartition(LabOptions.DEFAULT.topic(), 0);
    }

    <T extends TxEvent> List<T> all(Class<T> kind) {
        return log.from(0).stream()
                .map(Envelope::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
