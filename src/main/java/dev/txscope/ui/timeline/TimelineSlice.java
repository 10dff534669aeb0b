package dev.txscope.ui.timeline;

import dev.txscope.playback.Frame;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// The timeline as a part of the window. FX thread only.
public final class TimelineSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/timeline/timeline.css";

    private final TimelinePresenter presenter = new TimelinePresenter();
    private final Region view;

    public TimelineSlice(ViewContext context) {
        var timeline = new Timeline(context, presenter);
        view = new TimelineView(timeline).build();
        context.detailsProperty().subscribe(details -> presenter.showDetails(details));
        context.texts()
                .languageProperty()
                .subscribe(
                        () -> {
                            timeline.speak();
                            presenter.model().revise();
                        });
    }

    TimelinePresenter presenter() {
        return presenter;
    }

    public Region view() {
        return view;
    }

    /// Shows that frame; at each pulse with news, or when the cursor moves. Costs what is new in
    /// it.
    public void show(Frame frame) {
        presenter.show(frame);
    }

    /// Until the coordinator aborts the open transaction of the frame that is shown: set once per
    /// second by whoever counts, null where nobody counts.
    public ObjectProperty<@Nullable Duration> remainingProperty() {
        return presenter.model().remainingProperty();
    }
}
