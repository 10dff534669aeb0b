package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.command.Command.AbortTransaction;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.LoggedRecord;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.Outcome;
import dev.txscope.event.TxEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/// Many transactions in random order; `-Dtxscope.seed=…` repeats a run.
class CommitAbortPropertyIT {
    private static final int TRANSACTIONS = 250;

    /// A transaction as it was asked for.
    private record Asked(int number, int records, Outcome outcome) {
        List<String> values() {
            return LongStream.range(0, records).mapToObj(i -> "tx-" + number + "." + i).toList();
        }
    }

    @Test
    void everyPaneHoldsExactlyWhatItMust() throws InterruptedException {
        // Given
        long seed = Long.getLong("txscope.seed", System.nanoTime());
        var asked = asked(new Random(seed));
        long end = asked.stream().mapToLong(t -> t.records() + 1).sum();

        try (var it = new RunningLab()) {
            // When
            asked.forEach(transaction -> submit(it, transaction));
            it.await(0, e -> isAt(e, Isolation.READ_COMMITTED, end));
            it.await(0, e -> isAt(e, Isolation.READ_UNCOMMITTED, end));
            it.await(0, e -> e instanceof AbortedTransactionListed l && isLast(l, asked));

            // Then
            var facts = it.log.from(0);
            var hint = "-Dtxscope.seed=" + seed;
            assertEquals(
                    values(asked, Set.of(Outcome.values())),
                    delivered(facts, Isolation.READ_UNCOMMITTED),
                    hint);
            assertEquals(
                    values(asked, Set.of(Outcome.COMMIT)),
                    delivered(facts, Isolation.READ_COMMITTED),
                    hint);
            assertEquals(asked, fates(facts), hint);
            assertEquals(abortedFrom(asked), listed(facts), hint);
            Causality.check(facts);
        }
    }

    private static List<Asked> asked(Random random) {
        var all = new ArrayList<Asked>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            all.add(
                    new Asked(
                            i,
                            1 + random.nextInt(5),
                            random.nextBoolean() ? Outcome.COMMIT : Outcome.ABORT));
        }
        all.add(new Asked(TRANSACTIONS, 1, Outcome.ABORT));
        return all;
    }

    private static void submit(RunningLab it, Asked transaction) {
        it.lab.submit(new BeginTransaction());
        it.send("tx-" + transaction.number() + ".0", transaction.records());
        it.lab.submit(
                transaction.outcome() == Outcome.COMMIT
                        ? new CommitTransaction()
                        : new AbortTransaction());
    }

    private static boolean isAt(TxEvent event, Isolation isolation, long position) {
        return event instanceof PositionMoved p
                && p.consumer().isolation() == isolation
                && p.to() == position;
    }

    private static boolean isLast(AbortedTransactionListed listed, List<Asked> asked) {
        return listed.firstOffset() == abortedFrom(asked).getLast();
    }

    private static List<String> values(List<Asked> asked, Set<Outcome> wanted) {
        return asked.stream()
                .filter(t -> wanted.contains(t.outcome()))
                .flatMap(t -> t.values().stream())
                .toList();
    }

    private static List<String> delivered(List<Envelope> facts, Isolation isolation) {
        return facts.stream()
                .map(Envelope::event)
                .filter(
                        e ->
                                e instanceof RecordDelivered d
                                        && d.consumer().isolation() == isolation)
                .map(e -> ((RecordDelivered) e).content().value())
                .toList();
    }

    /// The transactions as the log tells them: records up to their marker.
    private static List<Asked> fates(List<Envelope> facts) {
        var told = new ArrayList<Asked>();
        var open = new ArrayList<LoggedRecord>();
        for (var fact : facts) {
            if (fact.event() instanceof BatchAppended batch) {
                open.addAll(batch.records());
            } else if (fact.event() instanceof MarkerWritten marker) {
                var transaction = new Asked(told.size(), open.size(), marker.outcome());
                assertEquals(
                        transaction.values(), open.stream().map(r -> r.content().value()).toList());
                told.add(transaction);
                open.clear();
            }
        }
        return told;
    }

    private static List<Long> abortedFrom(List<Asked> asked) {
        var offsets = new ArrayList<Long>();
        long next = 0;
        for (var transaction : asked) {
            if (transaction.outcome() == Outcome.ABORT) {
                offsets.add(next);
            }
            next += transaction.records() + 1;
        }
        return offsets;
    }

    private static List<Long> listed(List<Envelope> facts) {
        return facts.stream()
                .map(Envelope::event)
                .filter(AbortedTransactionListed.class::isInstance)
                .map(e -> ((AbortedTransactionListed) e).firstOffset())
                .toList();
    }
}
