package dev.txscope.ui.timeline;

import dev.txscope.ui.fx.Tooltips;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// A cell of the list: shows whatever line comes into sight, and shows it anew when that changes.
final class LineCell extends ListCell<Line> {
    private final Timeline timeline;
    private final StepPane step;
    private final TitlePane title;
    private final StringProperty foldTip = new SimpleStringProperty();

    LineCell(Timeline timeline) {
        this.timeline = timeline;
        step = new StepPane(timeline);
        title = new TitlePane(timeline);
        Tooltips.install(title, foldTip);
        getStyleClass().add("line");
        setText(null);
        setFocusTraversable(false);
        timeline.model().revisionProperty().subscribe(this::refresh);
        timeline.model().remainingProperty().subscribe(this::refreshTitle);
        timeline.model().traceProperty().subscribe(step::trace);
        timeline.geometryProperty().subscribe(step::requestLayout);
        timeline.highlight().subjectProperty().subscribe(subject -> step.light(subject));
        hoverProperty().subscribe(this::point);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        refresh();
    }

    private void refresh() {
        switch (getItem()) {
            case Line.Step s -> {
                step.show(s);
                setGraphic(step);
                setAccessibleText(timeline.spoken(s));
            }
            case Line.Gap gap -> {
                step.show(gap);
                setGraphic(step);
                setAccessibleText(timeline.pause(gap));
            }
            case Line.Title _ -> {
                setGraphic(title);
                refreshTitle();
            }
            case null -> setGraphic(null);
        }
    }

    private void refreshTitle() {
        if (getItem() instanceof Line.Title line) {
            setAccessibleText(title.show(line));
            boolean folded = timeline.isFolded(line.band());
            foldTip.set(
                    timeline.context()
                            .texts()
                            .get(folded ? "timeline.band.unfold" : "timeline.band.fold"));
            setAccessibleHelp(foldTip.get());
        } else {
            setAccessibleHelp(null);
        }
    }

    private void point(boolean hovered) {
        if (getItem() instanceof Line.Step s) {
            timeline.presenter().pointAt(hovered ? s.row() : null);
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Line.Title line) {
            timeline.presenter().toggle(line.band());
        }
    }
}
