package dev.txscope.ui.transport;

import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Styles;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The whole run as a bar, one piece for each transaction in its outcome's colour. Dragging goes to
/// a step.
final class HistoryBar extends Region {
    private final TransportPresenter presenter;
    private final TransportModel model;
    private final Region track = Styles.styled(new Region(), "track");
    private final Region thumb = Styles.styled(new Region(), "thumb");
    private final List<Piece> pieces = new ArrayList<>();

    /// A piece with the icon above it.
    private record Piece(Segment segment, Region bar, @Nullable Region icon) {}

    HistoryBar(TransportPresenter presenter) {
        this.presenter = presenter;
        model = presenter.model();
        getStyleClass().add("history-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().addAll(track, thumb);
        thumb.setMouseTransparent(true);
        model.segmentsProperty().subscribe(this::paint);
        model.stepProperty().subscribe(this::requestLayout);
        model.stepsProperty().subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void paint(List<Segment> segments) {
        var old = List.copyOf(pieces);
        pieces.clear();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean same = i < old.size() && old.get(i).segment().fate() == segment.fate();
            pieces.add(
                    same
                            ? new Piece(segment, old.get(i).bar(), old.get(i).icon())
                            : new Piece(segment, bar(segment.fate()), icon(segment.fate())));
        }
        var nodes = new ArrayList<Region>(List.of(track));
        for (Piece piece : pieces) {
            nodes.add(piece.bar());
            if (piece.icon() != null) {
                nodes.add(piece.icon());
            }
        }
        nodes.add(thumb);
        if (!nodes.equals(getChildren())) {
            getChildren().setAll(nodes);
        }
        requestLayout();
    }

    private static Region bar(Segment.Fate fate) {
        var bar = Styles.styled(new Region(), "piece");
        bar.setMouseTransparent(true);
        bar.pseudoClassStateChanged(Styles.OPEN, fate == Segment.Fate.OPEN);
        bar.pseudoClassStateChanged(Styles.COMMITTED, fate == Segment.Fate.COMMITTED);
        bar.pseudoClassStateChanged(Styles.ABORTED, fate == Segment.Fate.ABORTED);
        return bar;
    }

    private static @Nullable Region icon(Segment.Fate fate) {
        return switch (fate) {
            case COMMITTED -> Styles.styled(Icons.check(), "piece-committed");
            case ABORTED -> Styles.styled(Icons.cross(), "piece-aborted");
            case OPEN, EMPTY -> null;
        };
    }

    private void drag(MouseEvent event) {
        requestFocus();
        double left = thumb.prefWidth(-1) / 2;
        double part = (event.getX() - left) / Math.max(1, getWidth() - 2 * left);
        presenter.toStep((int) Math.ceil(part * model.stepsProperty().get()));
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> presenter.back();
            case RIGHT -> presenter.forward();
            case HOME -> presenter.toStart();
            case END -> presenter.live();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double size = snapSizeX(thumb.prefWidth(-1));
        double left = size / 2;
        double width = Math.max(0, getWidth() - size);
        double thick = snapSizeY(track.prefHeight(-1));
        double top = snapPositionY((getHeight() - thick) / 2);
        track.resizeRelocate(left, top, width, thick);
        for (Piece piece : pieces) {
            layOut(piece, left, width, top, thick);
        }
        int steps = model.stepsProperty().get();
        double part = steps == 0 ? 1 : (double) model.stepProperty().get() / steps;
        thumb.resizeRelocate(part * width, (getHeight() - size) / 2, size, size);
    }

    private static void layOut(Piece piece, double left, double width, double top, double thick) {
        double from = left + piece.segment().from() * width;
        double length = (piece.segment().to() - piece.segment().from()) * width;
        double gap = length > 6 * thick ? thick / 3 : 0;
        piece.bar().resizeRelocate(from + gap, top, Math.max(1, length - 2 * gap), thick);
        Region icon = piece.icon();
        if (icon != null) {
            double size = icon.prefWidth(-1);
            double high = icon.prefHeight(-1);
            icon.setVisible(length > 2 * size);
            icon.resizeRelocate(from + (length - size) / 2, top - high - thick / 2, size, high);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return thumb.prefHeight(-1) * 2.4;
    }
}
