package dev.txscope.projection;

import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.TopicPartition;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A producer as its own client knows it, apart from what the coordinator says.
///
/// @param init the newest `initTransactions()`, null before the first
/// @param running the call that has not returned yet
/// @param last the newest call and what came of it
/// @param sent records given to `send` in the transaction that the client is in
/// @param acknowledged how many of them the leader has
/// @param asked the command line that asked for its newest transaction; null for one that nobody
///   outside asked for
public record ProducerState(
        String name,
        Client client,
        @Nullable InitTransactions init,
        @Nullable Running running,
        @Nullable LastCall last,
        int sent,
        int acknowledged,
        @Nullable String asked) {

    /// The client's state: what the application may call next.
    ///
    /// ```
    ///  NEW ─▶ STARTING ─▶ READY ─begin─▶ IN_TRANSACTION ─commit, abort─▶ READY
    ///                                     │      │ └ time out ▶ COMMIT_IN_DOUBT, ABORT_IN_DOUBT
    ///                                     │      └ abortable error ▶ MUST_ABORT ─abort─▶ READY
    ///                                     └ fatal error ▶ FAILED ─a new producer─▶ STARTING
    /// ```
    public enum Client {
        NEW,
        STARTING,
        READY,
        IN_TRANSACTION,
        MUST_ABORT,
        COMMIT_IN_DOUBT,
        ABORT_IN_DOUBT,
        FAILED;

        boolean allows(Move move) {
            return switch (this) {
                case NEW, STARTING -> false;
                case FAILED -> move == Move.START_PRODUCER;
                case READY -> move == Move.BEGIN;
                case IN_TRANSACTION ->
                        move == Move.SEND || move == Move.COMMIT || move == Move.ABORT;
                case COMMIT_IN_DOUBT -> move == Move.COMMIT || move == Move.START_PRODUCER;
                case MUST_ABORT, ABORT_IN_DOUBT ->
                        move == Move.ABORT || move == Move.START_PRODUCER;
            };
        }
    }

    /// What a person can do next with a producer.
    public enum Move {
        START_PRODUCER,
        BEGIN,
        SEND,
        COMMIT,
        ABORT
    }

    /// A call under way.
    ///
    /// @param since when it started, on the log's own clock
    public record Running(long id, ProducerCall call, Duration since) {}

    /// A call with its result so far.
    public record LastCall(long id, ProducerCall call, Result result) {}

    /// What came of a call.
    public sealed interface Result {
        /// Nothing yet.
        record Pending() implements Result {}

        record Returned(Duration took) implements Result {}

        /// The records of one click that the leader has.
        ///
        /// @param count how many of the click's records, `last` being the newest's offset
        /// @param took of the newest, from `send` to the acknowledgement
        record Acknowledged(
                TopicPartition partition, long first, long last, int count, Duration took)
                implements Result {}

        record Failed(Failure failure) implements Result {}
    }

    static ProducerState initial(String name) {
        return new ProducerState(name, Client.NEW, null, null, null, 0, 0, null);
    }

    /// Whether Kafka's client would take that call now. While a call runs none is legal.
    public boolean allows(Move move) {
        return running == null && client.allows(move);
    }

    ProducerState withClient(Client next) {
        return new ProducerState(name, next, init, running, last, sent, acknowledged, asked);
    }

    ProducerState withInit(InitTransactions next) {
        return new ProducerState(name, client, next, running, last, sent, acknowledged, asked);
    }

    ProducerState withRunning(@Nullable Running next) {
        return new ProducerState(name, client, init, next, last, sent, acknowledged, asked);
    }

    ProducerState withLast(LastCall next) {
        return new ProducerState(name, client, init, running, next, sent, acknowledged, asked);
    }

    ProducerState withCounts(int nextSent, int nextAcknowledged) {
        return new ProducerState(
                name, client, init, running, last, nextSent, nextAcknowledged, asked);
    }

    ProducerState withAsked(String statement) {
        return new ProducerState(name, client, init, running, last, sent, acknowledged, statement);
    }
}
