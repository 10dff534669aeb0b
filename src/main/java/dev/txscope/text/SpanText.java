package dev.txscope.text;

import dev.txscope.event.Content;
import dev.txscope.projection.Cell.Appended;
import dev.txscope.projection.Cell.Span;

import java.text.Bidi;
import java.time.Duration;

/// What the cells that speak of records say.
final class SpanText {
    /// As much of a value as fits a card; the full text has more.
    private static final int SHORT = 60;

    private static final int LONG = 600;
    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private final Messages messages;

    SpanText(Messages messages) {
        this.messages = messages;
    }

    Words of(Span span, String aside, String fullKey) {
        return Words.of(values(span), aside, full(span, fullKey));
    }

    Words appended(Appended cell, boolean details) {
        Span span = cell.span();
        String epoch = CellText.offset(cell.producerEpoch());
        return Words.of(
                leftToRight(offsets(span) + " " + values(span)),
                details ? messages.get("cell.epoch", epoch) : "",
                full(span, cell.transactional() ? "appended.full" : "plain.full"));
    }

    Words acknowledged(Span span, Duration took) {
        String main = messages.get("cell.acknowledged", offsets(span), took);
        return Words.of(main, full(span, "acknowledged.full"));
    }

    /// The offset stays in front of a value that is written from right to left.
    private static String leftToRight(String text) {
        boolean mixed = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return mixed ? LEFT_TO_RIGHT_MARK + text : text;
    }

    /// `order-1`, or `order-1 … (10,000 records)`: values, or the keys that people know them by.
    private String values(Span span) {
        Content sample = span.samples().getFirst();
        String key = span.byKey() ? sample.key() : null;
        String first = key == null ? value(sample, SHORT) : Visible.of(key, SHORT);
        return span.count() == 1 ? first : messages.get("cell.records", first, span.count());
    }

    private static String offsets(Span span) {
        String first = CellText.offset(span.first());
        return span.first() == span.last() ? first : first + "–" + CellText.offset(span.last());
    }

    private String full(Span span, String key) {
        Content first = span.samples().getFirst();
        String what =
                messages.get(
                        "cell.record.full",
                        offsets(span),
                        span.count(),
                        Visible.of(first.key(), LONG),
                        value(first, LONG),
                        first.bytes());
        return what + "\n" + messages.get("cell." + key);
    }

    /// An empty value and none at all must not look alike, nor like nothing.
    private String value(Content content, int limit) {
        String value = content.value();
        if (value == null) {
            return messages.get("cell.tombstone");
        }
        return value.isEmpty() ? messages.get("cell.empty") : Visible.of(value, limit);
    }
}
