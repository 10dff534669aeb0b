package dev.txscope.ui.fx;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

/// What the person points at: the same subject lights up in every view that shows it.
///
/// A subject is a value such as a record's offset (`Long`) or a coordinator's state, compared by
/// `equals`.
public final class Highlight {
    private final ObjectProperty<@Nullable Object> subject =
            new SimpleObjectProperty<>(this, "subject", null);

    /// What is pointed at; null for nothing.
    public ObjectProperty<@Nullable Object> subjectProperty() {
        return subject;
    }
}
