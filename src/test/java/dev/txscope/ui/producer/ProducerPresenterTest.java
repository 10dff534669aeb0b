package dev.txscope.ui.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;
import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.projection.World;
import dev.txscope.ui.producer.ProducerModel.Look;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

class ProducerPresenterTest {
    private final ProducerModel model = new ProducerModel();
    private final ProducerPresenter presenter = new ProducerPresenter(model, "A");

    @Test
    void aReadyProducerInvitesToBegin() {
        show(new SampleRun().ready().init(), true);
        assertEquals(Set.of(Move.BEGIN), allowed());
        assertTrue(model.move(Move.BEGIN).invitedProperty().get());
    }

    @Test
    void anOpenTransactionCountsDown() {
        show(SampleRun.ofThePicture(), true);
        assertEquals(Set.of(Move.SEND, Move.COMMIT, Move.ABORT), allowed());
        assertEquals(
                Message.of("producer.status.open", Duration.ofSeconds(57)),
                model.statusProperty().get());
        assertEquals(Look.OPEN, model.lookProperty().get());
        assertEquals(
                "producer.result.acknowledged", String.valueOf(key(model.resultProperty().get())));
    }

    @Test
    void nothingMayBePressedInThePast() {
        show(SampleRun.ofThePicture(), false);
        assertEquals(Set.of(), allowed());
        assertEquals(
                Message.of("producer.reason.past"), model.move(Move.SEND).reasonProperty().get());
    }

    @Test
    void freeModeLetsAnythingBePressed() {
        model.freeProperty().set(true);
        show(new SampleRun().ready().init(), true);
        assertEquals(EnumSet.allOf(Move.class), allowed());
        assertFalse(model.move(Move.COMMIT).invitedProperty().get());
    }

    private static String key(Message message) {
        return message.key();
    }

    private Set<Move> allowed() {
        var allowed = EnumSet.noneOf(Move.class);
        for (Move move : Move.values()) {
            if (model.move(move).allowedProperty().get()) {
                allowed.add(move);
            }
        }
        return allowed;
    }

    private void show(SampleRun run, boolean live) {
        World world = World.initial();
        for (Envelope e : run.facts()) {
            world = world.apply(e);
        }
        presenter.show(world, live, Duration.ofSeconds(57));
    }
}
