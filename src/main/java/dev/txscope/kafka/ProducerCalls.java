package dev.txscope.kafka;

import dev.txscope.event.Content;
import dev.txscope.event.Failure;
import dev.txscope.event.Failure.Severity;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.event.ProducerEvent.RecordRejected;
import dev.txscope.event.ProducerEvent.RequestRefused;
import dev.txscope.event.ProducerEvent.TransactionRequested;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Makes calls on a producer and reports each: its start, its end, and what became of a record.
///
/// Used by the producer's thread; acknowledgements are reported by the client's own.
final class ProducerCalls {
    private final String name;
    private final Source source;
    private final FactStream facts;
    private PendingRecords pending = new PendingRecords();
    private long lastId;
    private Severity worst = Severity.REFUSED;
    private @Nullable Failure newest;
    private @Nullable Place place;

    /// Where a record is in the log.
    record Place(TopicPartition partition, long offset) {}

    ProducerCalls(String name, FactStream facts) {
        this.name = name;
        this.source = new Source(Source.Kind.PRODUCER, "producer " + name);
        this.facts = facts;
    }

    /// Makes the call, whether it is legal or not.
    ///
    /// @return whether it returned, and did not throw
    boolean make(ProducerCall call, Runnable body) {
        return make(++lastId, call, body);
    }

    /// `send()`; [#awaitAcknowledgements] waits for what becomes of it.
    boolean send(
            Producer<String, String> producer,
            ProducerRecord<String, String> data,
            int index,
            int count) {
        long id = ++lastId;
        var call =
                new ProducerCall.Send(
                        data.topic(), Content.of(data.key(), data.value()), index, count);
        pending.sent();
        var record = new SentRecord(id);
        boolean returned =
                make(
                        id,
                        call,
                        () -> {
                            // Its callback brings what the future would.
                            var _ = producer.send(data, record::completed);
                        });
        if (!returned) {
            record.settle();
        }
        return returned;
    }

    /// @return whether what became of each record is known
    boolean awaitAcknowledgements(Duration limit) throws InterruptedException {
        return pending.await(limit);
    }

    /// Somebody asked from outside for the calls that follow.
    void requested(String statement) {
        newestFailure(null);
        acknowledged(null);
        saw(new TransactionRequested(name, statement));
    }

    /// What somebody asked for is never begun. Any thread may tell.
    void refused(String statement, String reason) {
        saw(new RequestRefused(name, statement, reason));
    }

    /// The first failure since the newest request; null if there was none.
    synchronized @Nullable Failure failure() {
        return newest;
    }

    /// Where the newest record is that was acknowledged since the newest request; null for none.
    synchronized @Nullable Place place() {
        return place;
    }

    private synchronized void acknowledged(@Nullable Place at) {
        place = at;
    }

    private synchronized void newestFailure(@Nullable Failure failure) {
        newest = failure == null || newest == null ? failure : newest;
    }

    private boolean make(long id, ProducerCall call, Runnable body) {
        long start = System.nanoTime();
        saw(new CallStarted(name, id, call));
        try {
            body.run();
            saw(new CallReturned(name, id, call, since(start)));
            return true;
        } catch (KafkaException | IllegalStateException | IllegalArgumentException e) {
            var severity = Failures.ofCall(e, worst);
            remember(severity);
            var failure = Failures.of(e, severity);
            newestFailure(failure);
            saw(new CallFailed(name, id, call, since(start), failure));
            return false;
        }
    }

    /// What the client tells again with each later call is as bad as it was the first time.
    private synchronized void remember(Severity severity) {
        if (severity == Severity.FATAL || severity == Severity.ABORTABLE) {
            worst = severity;
        }
    }

    /// A new producer has no past.
    synchronized void forget() {
        worst = Severity.REFUSED;
        newest = null;
        pending = new PendingRecords();
    }

    private void saw(ProducerEvent event) {
        facts.saw(source, event);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// A record on its way.
    ///
    /// The client keeps a record that it refused with an exception in its buffer, and can send it
    /// with the next transaction: so a callback can come for a call that failed.
    private final class SentRecord {
        private final long id;
        private final long start = System.nanoTime();
        private final PendingRecords waiting = pending;
        private boolean settled;
        private boolean rejected;

        SentRecord(long id) {
            this.id = id;
        }

        synchronized void completed(RecordMetadata metadata, @Nullable Exception failure) {
            if (failure == null) {
                var partition = new TopicPartition(metadata.topic(), metadata.partition());
                acknowledged(new Place(partition, metadata.offset()));
                saw(new RecordAcknowledged(name, id, partition, metadata.offset(), since(start)));
            } else if (!rejected) {
                rejected = true;
                var severity = Failures.ofRecord(failure);
                remember(severity);
                var why = Failures.of(failure, severity);
                newestFailure(why);
                saw(new RecordRejected(name, id, why));
            }
            settle();
        }

        synchronized void settle() {
            if (!settled) {
                settled = true;
                waiting.settled();
            }
        }
    }
}
