package dev.txscope.text;

import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerCall.AbortTransaction;
import dev.txscope.event.ProducerCall.BeginTransaction;
import dev.txscope.event.ProducerCall.CommitTransaction;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerCall.Send;

import org.jspecify.annotations.Nullable;

/// The Java statement that a click ran, as the person would write it.
public final class JavaStatement {
    private static final int LONGEST = 18;

    private JavaStatement() {}

    public static String of(ProducerCall call) {
        return switch (call) {
            case InitTransactions _ -> "producer.initTransactions();";
            case BeginTransaction _ -> "producer.beginTransaction();";
            case CommitTransaction _ -> "producer.commitTransaction();";
            case AbortTransaction _ -> "producer.abortTransaction();";
            case Send send when send.count() > 1 ->
                    """
                    // %d times, from %s on
                    producer.send(
                      new ProducerRecord<>(
                        "%s", %s,
                        value));\
                    """
                            .formatted(
                                    send.count(),
                                    literal(send.content().value()),
                                    send.topic(),
                                    literal(send.content().key()));
            case Send send ->
                    """
                    producer.send(
                      new ProducerRecord<>(
                        "%s", %s,
                        %s));\
                    """
                            .formatted(
                                    send.topic(),
                                    literal(send.content().key()),
                                    literal(send.content().value()));
        };
    }

    private static String literal(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + Visible.of(escaped, LONGEST) + '"';
    }
}
