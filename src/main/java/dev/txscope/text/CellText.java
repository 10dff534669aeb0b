package dev.txscope.text;

import dev.txscope.event.Failure;
import dev.txscope.event.Outcome;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.projection.Cell;

import java.util.Locale;

/// What a cell of the timeline says, in one language. The window and the command line say the same.
///
/// Kafka's own words stay as they are. Contents are cut and made visible, see [Visible].
public final class CellText {
    private static final int TOOLTIP = 2_000;
    private static final int SHORT = 300;

    private final Messages messages;
    private final SpanText spans;
    private final EntryText entries;
    private final GroupText groups;

    public CellText(Messages messages) {
        this.messages = messages;
        spans = new SpanText(messages);
        entries = new EntryText(messages);
        groups = new GroupText(messages);
    }

    /// @param details whether producer ids, epochs and other small print are wanted
    public Words of(Cell cell, boolean details) {
        return switch (cell) {
            case Cell.Called(var call, int count) -> called(call, count);
            case Cell.Returned(var call, var took) ->
                    Words.of(say("returned." + name(call)), say("returned.full", java(call), took));
            case Cell.Failed(var call, int count, var why) -> failed(call, count, why);
            case Cell.Acknowledged(var span, var took) -> spans.acknowledged(span, took);
            case Cell.Rejected(int count, var why) ->
                    problem(say("rejected", count, why.type()), why, say("rejected.full", count));
            case Cell.NotTold() -> note("nottold");
            case Cell.StateSaid(var entry) -> entries.of(entry, details);
            case Cell.Appended a -> spans.appended(a, details);
            case Cell.MarkerAppended(long offset, var outcome, int epoch) ->
                    marker(offset, outcome, epoch, details);
            case Cell.LogMoved(var event) -> entries.of(event);
            case Cell.Delivered(var span) -> spans.of(span, say("delivered"), "delivered.full");
            case Cell.Held(var span, long gate) ->
                    spans.of(span, say("held", offset(gate)), "held.full")
                            .briefly(
                                    say("held.brief", offset(gate)),
                                    say("held.least", offset(gate)));
            case Cell.Filtered(var span) ->
                    spans.of(span, say("filtered"), "filtered.full").briefly(say("filtered.brief"));
            case Cell.NoNews(var outcome) ->
                    note("nonews." + word(outcome)).briefly(say("nonews.brief"));
            case Cell.PositionMoved(long from, long to) ->
                    Words.of(
                            say("position", offset(to)),
                            say("position.full", offset(from), offset(to)));
            case Cell.ReaderStarted(long at) ->
                    Words.of(say("reading", offset(at)), say("reading.full", offset(at)));
            case Cell.ReaderFailed(var why) -> problem(say("readerfailed", why.type()), why, "");
            case Cell.Requested(var statement) ->
                    Words.of(Visible.of(statement, SHORT), say("requested.full"));
            case Cell.Refused(var reason) ->
                    Words.of(
                            say("refused"), Visible.of(reason, SHORT), say("refused.full", reason));
            case Cell.OfGroup(var event) -> groups.of(event);
            case Cell.SessionNote(var event) -> new SessionText(messages).of(event);
        };
    }

    private Words called(ProducerCall call, int count) {
        String full =
                call instanceof InitTransactions(var id, _)
                        ? say("called.init.full", id)
                        : java(call);
        String times = count > 1 ? say("times", count) : "";
        return Words.of(say("called." + name(call)), times, full);
    }

    private Words failed(ProducerCall call, int count, Failure why) {
        String name = say("called." + name(call));
        String what = count > 1 ? name + " " + say("times", count) : name;
        return problem(say("failed", what, why.type()), why, java(call));
    }

    /// The exception's own text beside it, and all of it with what is left to do.
    private Words problem(String what, Failure why, String where) {
        String full =
                String.join(
                        "\n",
                        where,
                        why.type(),
                        Visible.of(why.message(), TOOLTIP),
                        say("severity." + lower(why.severity())));
        String text = Visible.of(why.message(), SHORT);
        return Words.of(what, text, full.strip().replaceAll("\n+", "\n"));
    }

    private Words marker(long offset, Outcome outcome, int epoch, boolean details) {
        String main = offset(offset) + " " + word(outcome);
        return Words.of(
                main,
                details ? say("epoch", offset(epoch)) : "",
                say(
                        "marker.full",
                        offset(offset),
                        word(outcome).toUpperCase(Locale.ROOT),
                        offset(epoch)));
    }

    private Words note(String key) {
        return Words.of(say(key), say(key + ".full"));
    }

    /// Offsets are names, not quantities: written without grouping.
    static String offset(long offset) {
        return Long.toString(offset);
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case COMMIT -> "commit";
            case ABORT -> "abort";
        };
    }

    private static String lower(Failure.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String name(ProducerCall call) {
        return switch (call) {
            case InitTransactions _ -> "init";
            case ProducerCall.BeginTransaction _ -> "begin";
            case ProducerCall.Send _ -> "send";
            case ProducerCall.CommitTransaction _ -> "commit";
            case ProducerCall.AbortTransaction _ -> "abort";
        };
    }

    private static String java(ProducerCall call) {
        return switch (call) {
            case InitTransactions _ -> "initTransactions()";
            case ProducerCall.BeginTransaction _ -> "beginTransaction()";
            case ProducerCall.Send _ -> "send()";
            case ProducerCall.CommitTransaction _ -> "commitTransaction()";
            case ProducerCall.AbortTransaction _ -> "abortTransaction()";
        };
    }

    private String say(String key, Object... arguments) {
        return messages.get("cell." + key, arguments);
    }
}
