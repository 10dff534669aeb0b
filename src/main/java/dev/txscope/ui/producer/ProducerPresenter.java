package dev.txscope.ui.producer;

import dev.txscope.event.Failure;
import dev.txscope.projection.CoordinatorState.Visit;
import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState;
import dev.txscope.projection.ProducerState.Client;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.projection.ProducerState.Result;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.World;
import dev.txscope.text.JavaStatement;
import dev.txscope.ui.producer.ProducerModel.Look;

import java.time.Duration;

/// Turns the state of things into the producer's card.
final class ProducerPresenter {
    private final ProducerModel model;
    private final String name;

    ProducerPresenter(ProducerModel model, String name) {
        this.model = model;
        this.name = name;
    }

    /// @param live whether the newest state is shown: only then may anything be pressed
    /// @param remaining how long the open transaction may still be open
    void show(World world, boolean live, Duration remaining) {
        ProducerState producer = world.producer(name);
        var init = producer.init();
        String id = init == null ? "" : init.transactionalId();
        model.transactionalIdProperty().set(id);
        Transaction transaction = world.transactions().newestOf(id);
        showStatus(world, producer, transaction, remaining);
        model.identityProperty().set(identity(producer, world.coordinator().current(id)));
        showLast(producer);
        for (Move move : Move.values()) {
            showMove(move, producer, world, live);
        }
        boolean first = world.transactions().all().isEmpty();
        model.move(Move.BEGIN).invitedProperty().set(live && first && producer.allows(Move.BEGIN));
    }

    private void showStatus(
            World world,
            ProducerState p,
            @org.jspecify.annotations.Nullable Transaction t,
            Duration remaining) {
        boolean in = t != null && !t.settled();
        Look look = in ? Look.OPEN : Look.QUIET;
        Message status;
        if (!world.broker().isReady()) {
            status = Message.of("producer.status.away");
            look = Look.QUIET;
        } else if (p.client() == Client.FAILED || p.client() == Client.MUST_ABORT) {
            status = Message.of("producer.status." + p.client().name());
            look = Look.FAILED;
        } else if (p.client() == Client.COMMIT_IN_DOUBT || p.client() == Client.ABORT_IN_DOUBT) {
            status = Message.of("producer.status.doubt");
            look = Look.FAILED;
        } else if (p.client() == Client.STARTING || p.client() == Client.NEW) {
            status = Message.of("producer.status.starting");
        } else if (t == null) {
            status = Message.of("producer.status.none");
        } else {
            status = status(p, t, remaining);
            look = look(t, look);
        }
        model.statusProperty().set(status);
        model.lookProperty().set(look);
    }

    private static Message status(ProducerState p, Transaction t, Duration remaining) {
        boolean unaware = t.settled() && p.client() == Client.IN_TRANSACTION;
        return switch (t.status()) {
            case LOCAL -> Message.of("producer.status.local");
            case OPEN -> Message.of("producer.status.open", remaining);
            case COMMITTING -> Message.of("producer.status.committing");
            case ABORTING -> Message.of("producer.status.aborting");
            case COMMITTED -> Message.of("producer.status.committed", t.number());
            case ABORTED ->
                    Message.of(
                            unaware ? "producer.status.unaware" : "producer.status.aborted",
                            t.number());
            case EMPTY -> Message.of("producer.status.empty", t.number());
        };
    }

    private static Look look(Transaction t, Look open) {
        return switch (t.status()) {
            case LOCAL, OPEN, COMMITTING, ABORTING -> open;
            case COMMITTED -> Look.COMMITTED;
            case ABORTED -> Look.ABORTED;
            case EMPTY -> Look.QUIET;
        };
    }

    private static String identity(
            ProducerState p, @org.jspecify.annotations.Nullable Visit visit) {
        String client = "client " + p.client().name();
        return visit == null
                ? client
                : "producer id %d · epoch %d · %s"
                        .formatted(visit.entry().producerId(), visit.entry().epoch(), client);
    }

    private void showLast(ProducerState p) {
        var last = p.last();
        model.statementProperty().set(last == null ? "" : JavaStatement.of(last.call()));
        model.resultProperty().set(last == null ? null : result(last.result()));
        model.resultLookProperty()
                .set(
                        last == null
                                ? Look.QUIET
                                : switch (last.result()) {
                                    case Result.Pending _ -> Look.QUIET;
                                    case Result.Returned _, Result.Acknowledged _ -> Look.COMMITTED;
                                    case Result.Failed _ -> Look.FAILED;
                                });
    }

    private static Message result(Result result) {
        return switch (result) {
            case Result.Pending _ -> Message.of("producer.result.pending");
            case Result.Returned(var took) -> Message.of("producer.result.returned", took);
            case Result.Acknowledged(_, long first, _, int count, var took) when count == 1 ->
                    Message.of("producer.result.acknowledged", first, took);
            case Result.Acknowledged(_, long first, long last, int count, var took) ->
                    Message.of("producer.result.acknowledged.many", count, first, last, took);
            case Result.Failed(Failure(var type, var text, _)) ->
                    Message.of("producer.result.failed", type, text);
        };
    }

    private void showMove(Move move, ProducerState p, World world, boolean live) {
        boolean ready = live && world.broker().isReady();
        boolean free = model.freeProperty().get() && p.client() != Client.STARTING;
        boolean allowed = ready && (p.allows(move) || (free && p.running() == null));
        var button = model.move(move);
        button.allowedProperty().set(allowed);
        button.invitedProperty().set(ready && move == Move.START_PRODUCER && p.allows(move));
        button.reasonProperty().set(allowed ? null : reason(move, p, world, live));
    }

    private static Message reason(Move move, ProducerState p, World world, boolean live) {
        if (!live) {
            return Message.of("producer.reason.past");
        }
        if (!world.broker().isReady()) {
            return Message.of("producer.reason.away");
        }
        if (p.running() != null) {
            return Message.of("producer.reason.running");
        }
        return Message.of("producer.reason." + move.name());
    }
}
