package dev.txscope.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.TransactionState;
import dev.txscope.projection.ProducerState.Client;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Transaction.Status;

import org.junit.jupiter.api.Test;

import java.util.List;

class WorldTest {

    @Test
    void everyRecordHasItsFateAndEveryConsumerItsReading() {
        World world = fold(SampleRun.ofThePicture());
        var partition = world.partition(SampleRun.ORDERS);
        assertEquals(
                List.of(
                        "COMMITTED",
                        "COMMITTED",
                        "marker COMMIT",
                        "ABORTED",
                        "marker ABORT",
                        "OPEN"),
                partition.slots().values().stream().map(WorldTest::fate).toList());
        assertEquals(
                List.of(
                        Reading.DELIVERED,
                        Reading.DELIVERED,
                        Reading.NEVER_DELIVERED,
                        Reading.DELIVERED,
                        Reading.NEVER_DELIVERED,
                        Reading.DELIVERED),
                readings(world, Isolation.READ_UNCOMMITTED));
        assertEquals(
                List.of(
                        Reading.DELIVERED,
                        Reading.DELIVERED,
                        Reading.NEVER_DELIVERED,
                        Reading.FILTERED,
                        Reading.NEVER_DELIVERED,
                        Reading.HELD),
                readings(world, Isolation.READ_COMMITTED));
        assertEquals(6, partition.nextOffset());
        assertEquals(5, partition.lastStableOffset());
    }

    @Test
    void transactionsAreNumberedAndSettled() {
        World world = fold(SampleRun.ofThePicture());
        assertEquals(
                List.of(Status.COMMITTED, Status.ABORTED, Status.OPEN),
                world.transactions().all().stream().map(Transaction::status).toList());
        Transaction open = world.transactions().newest();
        assertNotNull(open);
        var counting = open.counting();
        assertNotNull(counting);
        assertEquals(60, counting.timeout().toSeconds());
    }

    @Test
    void beginIsKnownToTheClientAlone() {
        World world = fold(new SampleRun().ready().init().begin());
        Transaction begun = world.transactions().newest();
        assertNotNull(begun);
        assertEquals(Status.LOCAL, begun.status());
        assertEquals(Client.IN_TRANSACTION, world.producer("A").client());
        var said = world.coordinator().current(SampleRun.ID);
        assertNotNull(said);
        assertEquals(TransactionState.EMPTY, said.entry().state());
    }

    @Test
    void onlyLegalMovesAreAllowed() {
        var run = new SampleRun().ready().init();
        assertTrue(fold(run).producer("A").allows(Move.BEGIN));
        assertFalse(fold(run).producer("A").allows(Move.COMMIT));
        run.begin().send("order-1");
        assertFalse(fold(run).producer("A").allows(Move.BEGIN));
        assertTrue(fold(run).producer("A").allows(Move.ABORT));
        run.commit();
        assertTrue(fold(run).producer("A").allows(Move.BEGIN));
    }

    private static World fold(SampleRun run) {
        World world = World.initial();
        for (Envelope e : run.facts()) {
            world = world.apply(e);
        }
        return world;
    }

    private static String fate(Slot slot) {
        return switch (slot) {
            case Slot.Data data -> data.fate().name();
            case Slot.Marker marker -> "marker " + marker.outcome();
        };
    }

    private static List<Reading> readings(World world, Isolation isolation) {
        var reader = world.reader(isolation);
        assertNotNull(reader);
        var partition = world.partition(SampleRun.ORDERS);
        return partition.slots().values().stream().map(s -> reader.reading(s, partition)).toList();
    }
}
