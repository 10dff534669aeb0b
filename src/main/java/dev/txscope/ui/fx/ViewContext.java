package dev.txscope.ui.fx;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What every slice of the window shares: the language, what is pointed at, how much is shown.
public final class ViewContext {
    private final Texts texts;
    private final Highlight highlight = new Highlight();
    private final BooleanProperty details = new SimpleBooleanProperty(this, "details", false);
    private final BooleanProperty brief = new SimpleBooleanProperty(this, "brief", false);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);

    public ViewContext(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public Highlight highlight() {
        return highlight;
    }

    /// Whether the newest state is shown; false while somebody looks at the past.
    public BooleanProperty liveProperty() {
        return live;
    }

    /// Whether the text is so large for the window that things are said in fewer words.
    public BooleanProperty briefProperty() {
        return brief;
    }

    /// Whether producer ids, epochs, Kafka's state names, watermarks and detail rows are shown.
    public BooleanProperty detailsProperty() {
        return details;
    }
}
