package dev.txscope.text;

import static dev.txscope.text.CellText.offset;

import dev.txscope.event.ConsumerEvent;
import dev.txscope.event.ConsumerEvent.ConsumerFailed;
import dev.txscope.event.ConsumerEvent.ConsumerStarted;
import dev.txscope.event.ConsumerEvent.OffsetCommitted;
import dev.txscope.event.ConsumerEvent.PositionMoved;
import dev.txscope.event.ConsumerEvent.RecordDelivered;

/// What the timeline says of a consumer that belongs to a group.
final class GroupText {
    private final Messages messages;

    GroupText(Messages messages) {
        this.messages = messages;
    }

    Words of(ConsumerEvent event) {
        String who = event.consumer().name();
        return switch (event) {
            case RecordDelivered r ->
                    said("delivered", who, offset(r.offset()), Visible.of(r.content().key(), 60));
            case OffsetCommitted c -> said("committed", who, offset(c.next()));
            case ConsumerStarted s -> said("started", who, offset(s.position()));
            case PositionMoved p -> said("position", who, offset(p.to()));
            case ConsumerFailed(_, var why) ->
                    Words.of(
                            say("failed", who, why.type()),
                            Visible.of(why.message(), 200),
                            why.type() + "\n" + Visible.of(why.message(), 2_000));
        };
    }

    private Words said(String key, Object... arguments) {
        return Words.of(say(key, arguments), say(key + ".full", arguments));
    }

    private String say(String key, Object... arguments) {
        return messages.get("cell.group." + key, arguments);
    }
}
