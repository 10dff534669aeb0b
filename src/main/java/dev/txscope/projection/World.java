package dev.txscope.projection;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.CoordinatorEvent;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerEvent;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.TopicPartition;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Duration;

/// The state of things: everything that is known at one point of the log of facts.
///
/// @param producers by the producer's name
/// @param partitions by partition
/// @param readers by the consumer's identity
/// @param services the local HTTP services
public record World(
        BrokerState broker,
        PMap<String, ProducerState> producers,
        CoordinatorState coordinator,
        TransactionsState transactions,
        PMap<TopicPartition, PartitionState> partitions,
        PMap<ConsumerId, ReaderState> readers,
        ServicesState services) {

    public static World initial() {
        return new World(
                BrokerState.initial(),
                HashTreePMap.empty(),
                CoordinatorState.initial(),
                TransactionsState.initial(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                ServicesState.initial());
    }

    /// The state after one more fact.
    public World apply(Envelope e) {
        return switch (e.event()) {
            case SessionEvent s -> with(broker.apply(s, e), services.apply(s));
            case ProducerEvent p -> produced(p, e);
            case CoordinatorEvent c -> coordinated(c, e);
            case LogEvent l -> logged(l, e);
            case ConsumerEvent c -> {
                ReaderState next = readerOrNew(c.consumer()).apply(c, e.elapsed());
                yield with(transactions, partitions, readers.plus(c.consumer(), next));
            }
        };
    }

    /// That producer, as new if no fact speaks of it yet.
    public ProducerState producer(String name) {
        ProducerState known = producers.get(name);
        return known == null ? ProducerState.initial(name) : known;
    }

    /// The newest transaction of that producer, null before the first.
    public @Nullable Transaction newestOf(String producer) {
        var init = producer(producer).init();
        return transactions.newestOf(init == null ? null : init.transactionalId());
    }

    /// The producer with that `transactional.id`, null if none of this run has it.
    public @Nullable ProducerState producerOf(String transactionalId) {
        for (ProducerState p : producers.values()) {
            if (p.init() != null && p.init().transactionalId().equals(transactionalId)) {
                return p;
            }
        }
        return null;
    }

    /// The lab's partition; empty before the first fact of it.
    public PartitionState partition(TopicPartition partition) {
        PartitionState known = partitions.get(partition);
        return known == null ? PartitionState.initial(partition) : known;
    }

    /// The consumer with that isolation level and no group; null before it started.
    public @Nullable ReaderState reader(Isolation isolation) {
        for (ReaderState r : readers.values()) {
            if (r.consumer().group() == null && r.consumer().isolation() == isolation) {
                return r;
            }
        }
        return null;
    }

    /// The consumer in that group; null before it started.
    public @Nullable ReaderState readerOf(String group) {
        for (ReaderState r : readers.values()) {
            if (group.equals(r.consumer().group())) {
                return r;
            }
        }
        return null;
    }

    /// Whether that consumer's application was given all records of the transaction that the log
    /// has.
    boolean isDelivered(Transaction t, Isolation isolation) {
        ReaderState reader = reader(isolation);
        return reader != null && reader.delivered().containsKey(t.logged().last());
    }

    /// Whether that consumer's client reads past the transaction's records: those that its
    /// application was not given then, it never is.
    boolean isPassed(Transaction t, Isolation isolation) {
        ReaderState reader = reader(isolation);
        return reader != null && reader.position() > t.logged().last();
    }

    /// The consumer that failed before it had what the transaction has for it, and was given
    /// nothing since; null where both go on.
    @Nullable ReaderState failedBefore(Transaction t) {
        for (Isolation isolation : Isolation.values()) {
            ReaderState reader = reader(isolation);
            boolean due = isolation == Isolation.READ_UNCOMMITTED || t.settled();
            if (due && reader != null && reader.failure() != null && !isPassed(t, isolation)) {
                return reader;
            }
        }
        return null;
    }

    /// How long after `commitTransaction()` had returned `read_committed`'s application had the
    /// transaction's last record: negative when it had it before, null while one of both is not
    /// known.
    public @Nullable Duration readAfterReturn(Transaction t) {
        ReaderState reader = reader(Isolation.READ_COMMITTED);
        Duration read = reader == null ? null : reader.delivered().get(t.logged().last());
        Duration returned = t.returned();
        return read == null || returned == null ? null : read.minus(returned);
    }

    /// The oldest open transaction, where it keeps `read_committed` from that transaction's
    /// records; null where nothing does.
    public @Nullable Transaction holderOf(Transaction t) {
        ReaderState reader = reader(Isolation.READ_COMMITTED);
        if (reader == null || broker.partition() == null || t.records() == 0) {
            return null;
        }
        PartitionState log = partition(broker.partition());
        boolean waits = reader.position() <= t.logged().last();
        if (!waits || log.lastStableOffset() > t.logged().last()) {
            return null;
        }
        Slot first = log.at(log.lastStableOffset());
        Transaction holder = first == null ? null : transactions.number(first.transaction());
        if (holder == null || holder.number() == t.number()) {
            return null;
        }
        return holder.settled() && !holder.unmarked() ? null : holder;
    }

    private ReaderState readerOrNew(ConsumerId id) {
        ReaderState known = readers.get(id);
        return known == null ? ReaderState.initial(id) : known;
    }

    private World produced(ProducerEvent event, Envelope e) {
        ProducerState next = ProducerProjection.apply(producer(event.producer()), event, e);
        TransactionsState nextTransactions = transactions;
        if (event instanceof CallReturned returned) {
            nextTransactions =
                    returned.call() instanceof BeginTransaction
                            ? transactions.begun(next, e)
                            : transactions.returned(next, returned, e.elapsed());
        }
        return new World(
                broker,
                producers.plus(event.producer(), next),
                coordinator,
                nextTransactions,
                partitions,
                readers,
                services);
    }

    private World coordinated(CoordinatorEvent event, Envelope e) {
        return switch (event) {
            case TransactionStateChanged entry -> {
                ProducerState producer = producerOf(entry.transactionalId());
                yield new World(
                        broker,
                        producers,
                        coordinator.apply(entry, e),
                        producer == null
                                ? transactions
                                : transactions.coordinated(entry, producer, e),
                        partitions,
                        readers,
                        services);
            }
        };
    }

    private World logged(LogEvent event, Envelope e) {
        TransactionsState nextTransactions =
                switch (event) {
                    case BatchAppended batch -> transactions.appended(batch, e);
                    case MarkerWritten marker -> transactions.marked(marker, e);
                    case LogEvent.HighWatermarkMoved _,
                            LogEvent.LastStableOffsetMoved _,
                            LogEvent.AbortedTransactionListed _ ->
                            transactions;
                };
        PartitionState next = partition(event.partition()).apply(event, e, transactionOf(event));
        return with(nextTransactions, partitions.plus(event.partition(), next), readers);
    }

    private int transactionOf(LogEvent event) {
        return switch (event) {
            case BatchAppended b ->
                    b.transactional() ? transactions.ofProducerId(b.producerId()) : 0;
            case MarkerWritten m -> transactions.ofProducerId(m.producerId());
            case LogEvent.HighWatermarkMoved _,
                    LogEvent.LastStableOffsetMoved _,
                    LogEvent.AbortedTransactionListed _ ->
                    0;
        };
    }

    private World with(BrokerState next, ServicesState nextServices) {
        return new World(
                next, producers, coordinator, transactions, partitions, readers, nextServices);
    }

    private World with(
            TransactionsState nextTransactions,
            PMap<TopicPartition, PartitionState> nextPartitions,
            PMap<ConsumerId, ReaderState> nextReaders) {
        return new World(
                broker,
                producers,
                coordinator,
                nextTransactions,
                nextPartitions,
                nextReaders,
                services);
    }
}
