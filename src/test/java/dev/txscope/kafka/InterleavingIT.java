package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.TransactionRequest;
import dev.txscope.command.TransactionRequest.Ending;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.RecordAcknowledged;
import dev.txscope.playback.Frame;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.Transaction.Status;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// Two producers in one partition: the older open transaction holds back what the younger ones
/// committed (T16).
class InterleavingIT {

    @Test
    void anOlderOpenTransactionHoldsBackYoungerCommittedOnes() throws Exception {
        try (var lab = new RunningLab();
                var services =
                        lab.lab.startServices(
                                ServiceOptions.DEFAULT, new Services.Sinks(_ -> {}, _ -> {}))) {
            lab.call(new BeginTransaction(), ProducerCall.BeginTransaction.class);
            lab.send("a", 1);
            lab.await(0, e -> e instanceof RecordAcknowledged);
            run(services, "C-1", Ending.COMMIT);
            run(services, "A-1", Ending.ABORT);
            lab.await(0, e -> e instanceof MarkerWritten m && m.offset() == 4);
            lab.await(0, e -> isPane(e, Isolation.READ_UNCOMMITTED, 3));
            var held = fold(lab);
            assertEquals(0, held.world().partition(lab.partition()).lastStableOffset());
            assertEquals(List.of(Status.OPEN, Status.COMMITTED, Status.ABORTED), statuses(held));
            assertEquals(
                    List.of(
                            Reading.HELD,
                            Reading.HELD,
                            Reading.NEVER_DELIVERED,
                            Reading.HELD,
                            Reading.NEVER_DELIVERED),
                    readings(held, lab));

            lab.commit();
            lab.await(0, e -> e instanceof LastStableOffsetMoved l && l.to() == 6);
            lab.await(0, e -> isPane(e, Isolation.READ_COMMITTED, 1));
            lab.await(
                    0,
                    e ->
                            e instanceof dev.txscope.event.ConsumerEvent.PositionMoved p
                                    && p.consumer().group() == null
                                    && p.consumer().isolation() == Isolation.READ_COMMITTED
                                    && p.to() == 6);
            var freed = fold(lab);
            assertEquals(
                    List.of(Status.COMMITTED, Status.COMMITTED, Status.ABORTED), statuses(freed));
            assertEquals(
                    List.of(
                            Reading.DELIVERED,
                            Reading.DELIVERED,
                            Reading.NEVER_DELIVERED,
                            Reading.FILTERED,
                            Reading.NEVER_DELIVERED,
                            Reading.NEVER_DELIVERED),
                    readings(freed, lab));
            assertEquals(
                    List.of("A", "HTTP", "HTTP"),
                    freed.world().transactions().all().stream()
                            .map(Transaction::producer)
                            .toList());
            // Whose record is whose, by producer id, though they lie side by side.
            assertEquals(
                    List.of(1, 2, 2, 3, 3, 1),
                    freed.world().partition(lab.partition()).slots().values().stream()
                            .map(s -> s.transaction())
                            .toList());
        }
    }

    private static boolean isPane(Object event, Isolation isolation, long offset) {
        return event instanceof RecordDelivered d
                && d.consumer().group() == null
                && d.consumer().isolation() == isolation
                && d.offset() == offset;
    }

    private static List<Status> statuses(Frame frame) {
        return frame.world().transactions().all().stream().map(Transaction::status).toList();
    }

    private static List<Reading> readings(Frame frame, RunningLab lab) {
        var reader = frame.world().reader(Isolation.READ_COMMITTED);
        assertNotNull(reader);
        var partition = frame.world().partition(lab.partition());
        return partition.slots().values().stream().map(s -> reader.reading(s, partition)).toList();
    }

    private static Frame fold(RunningLab lab) {
        var frame = Frame.empty();
        for (var e : lab.log.from(0)) {
            frame = frame.plus(e);
        }
        return frame;
    }

    private static void run(Services services, String key, Ending ending) throws Exception {
        services.runner()
                .run(new TransactionRequest(key, "{}", ending, "POST " + key))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }
}
