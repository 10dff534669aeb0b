package dev.txscope.ui.timeline;

import dev.txscope.projection.Cell;
import dev.txscope.text.BandText;
import dev.txscope.text.CellText;
import dev.txscope.text.RowText;
import dev.txscope.text.Words;
import dev.txscope.ui.fx.Highlight;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;

import java.time.ZoneId;

/// What every line needs to be drawn: the words of the language that is shown, the lanes' places,
/// the model.
final class Timeline {
    static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private final ViewContext context;
    private final TimelinePresenter presenter;
    private final ObjectProperty<LaneGeometry> geometry =
            new SimpleObjectProperty<>(this, "geometry", LaneGeometry.of(1000, 13, false));
    private RowText rows;
    private CellText cells;
    private BandText bands;

    Timeline(ViewContext context, TimelinePresenter presenter) {
        this.context = context;
        this.presenter = presenter;
        rows = new RowText(context.texts().messages(), ZoneId.systemDefault());
        cells = new CellText(context.texts().messages());
        bands = new BandText(context.texts().messages());
    }

    /// The language was switched.
    void speak() {
        rows = new RowText(context.texts().messages(), ZoneId.systemDefault());
        cells = new CellText(context.texts().messages());
        bands = new BandText(context.texts().messages());
    }

    TimelineModel model() {
        return presenter.model();
    }

    TimelinePresenter presenter() {
        return presenter;
    }

    ViewContext context() {
        return context;
    }

    Highlight highlight() {
        return context.highlight();
    }

    ObjectProperty<LaneGeometry> geometryProperty() {
        return geometry;
    }

    LaneGeometry geometry() {
        return geometry.get();
    }

    boolean isFolded(int transaction) {
        return presenter.isFolded(transaction);
    }

    BandText bandText() {
        return bands;
    }

    Words words(Cell cell) {
        return cells.of(cell, context.detailsProperty().get());
    }

    /// The row's time; of a row that finishes an earlier transaction, also which.
    String time(Line.Step step) {
        String time = rows.time(step.row());
        return step.isGuest()
                ? context.texts().get("timeline.guest", step.row().transaction(), time)
                : time;
    }

    String pause(Line.Gap gap) {
        return rows.pause(gap.row());
    }

    String spoken(Line.Step step) {
        return rows.spoken(step.row(), context.detailsProperty().get());
    }
}
