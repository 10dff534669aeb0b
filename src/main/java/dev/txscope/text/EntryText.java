package dev.txscope.text;

import static dev.txscope.text.CellText.offset;

import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.LogEvent;
import dev.txscope.event.LogEvent.AbortedTransactionListed;
import dev.txscope.event.LogEvent.BatchAppended;
import dev.txscope.event.LogEvent.HighWatermarkMoved;
import dev.txscope.event.LogEvent.LastStableOffsetMoved;
import dev.txscope.event.LogEvent.MarkerWritten;

/// What the coordinator wrote into its own log, and how the edges of the partition's log moved.
final class EntryText {
    private final Messages messages;

    EntryText(Messages messages) {
        this.messages = messages;
    }

    Words of(TransactionStateChanged entry, boolean details) {
        String state = entry.state().kafkaName();
        String pid = offset(entry.producerId());
        String epoch = offset(entry.epoch());
        String full =
                say("state.full", state, entry.transactionalId(), pid, epoch)
                        + "\n"
                        + say("state." + entry.state().name().toLowerCase(java.util.Locale.ROOT));
        return Words.of(state, details ? say("state.details", pid, epoch) : "", full);
    }

    Words of(LogEvent event) {
        return switch (event) {
            case HighWatermarkMoved(_, long from, long to) -> moved("hw", from, to);
            case LastStableOffsetMoved(_, long from, long to) -> moved("lso", from, to);
            case AbortedTransactionListed(_, long pid, long first) ->
                    Words.of(
                            say("listed", offset(first)),
                            say("listed.full", offset(pid), offset(first)));
            case BatchAppended batch ->
                    Words.of(say("batch", offset(batch.baseOffset())), say("batch.full"));
            case MarkerWritten marker ->
                    Words.of(say("batch", offset(marker.offset())), say("batch.full"));
        };
    }

    private Words moved(String edge, long from, long to) {
        return Words.of(say(edge, offset(to)), say(edge + ".full", offset(from), offset(to)));
    }

    private String say(String key, Object... arguments) {
        return messages.get("cell." + key, arguments);
    }
}
