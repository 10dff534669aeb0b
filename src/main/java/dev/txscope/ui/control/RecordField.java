package dev.txscope.ui.control;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import org.jspecify.annotations.Nullable;

/// A field for a record's key or value: any text fits.
///
/// Line breaks and tabs are typed, shown and pasted as [Escapes]. A text longer than [#SHOWN] is
/// kept whole but not shown, since no field can show it; editing begins a new one.
public final class RecordField extends TextField {
    /// The longest text that is shown in the field itself.
    public static final int SHOWN = 2_000;

    private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper(this, "kept", 0);
    private @Nullable String large;

    public RecordField() {
        textProperty().subscribe(this::forget);
    }

    /// The length of a text that is too long to be shown, 0 for none.
    public ReadOnlyIntegerProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// The text that is meant.
    public String content() {
        return large == null ? Escapes.resolve(getText()) : large;
    }

    public void setContent(String content) {
        if (content.length() <= SHOWN) {
            setText(Escapes.write(content));
        } else {
            setText("");
            large = content;
            kept.set(content.length());
        }
    }

    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted == null) {
            return;
        }
        if (pasted.length() > SHOWN) {
            setContent(pasted);
        } else {
            replaceSelection(Escapes.write(pasted));
        }
    }

    private void forget() {
        large = null;
        kept.set(0);
    }
}
