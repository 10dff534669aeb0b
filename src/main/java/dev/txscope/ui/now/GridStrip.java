package dev.txscope.ui.now;

import dev.txscope.ui.control.EmRuler;
import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.fx.WordWidth;
import dev.txscope.ui.now.StripGeometry.Placed;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.List;

/// The columns that can be seen, and the way to the others. Nodes belong to columns while these are
/// in view and then to the next ones, so that there are as many as the window is wide.
///
/// It stays at the newest column until the person scrolls away.
final class GridStrip extends Region {
    /// The ring of a lit or focused cell reaches this far, in pixels.
    private static final double HALO = 5;

    private final NowModel model;
    private final ViewContext context;
    private final EmRuler ruler = new EmRuler();
    private final Pane columns = new Pane();
    private final ScrollBar bar = new ScrollBar();
    private final ColumnPool pool;
    private final ReadOnlyBooleanWrapper following =
            new ReadOnlyBooleanWrapper(this, "following", true);
    private final Roving roving = new Roving(this::reveal);
    private double anchor;
    private boolean laying;

    GridStrip(NowModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        pool = new ColumnPool(columns, context);
        getStyleClass().add("now-strip");
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(ruler, columns, bar);
        clip();
        columns.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        bar.valueProperty().subscribe((_, value) -> scrolled(value.doubleValue()));
        model.gridProperty().subscribe(_ -> requestLayout());
        ruler.emBinding().subscribe(_ -> requestLayout());
        context.texts().languageProperty().subscribe(_ -> renew());
        context.detailsProperty().subscribe(_ -> renew());
        context.briefProperty().subscribe(_ -> renew());
        context.highlight()
                .subjectProperty()
                .subscribe(subject -> pool.views().values().forEach(c -> c.light(subject)));
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /// Back to the newest column, and stay there.
    void follow() {
        following.set(true);
        requestLayout();
    }

    private void clip() {
        var clip = new Rectangle();
        clip.setX(-HALO);
        clip.setY(-HALO);
        clip.widthProperty().bind(columns.widthProperty().add(2 * HALO));
        clip.heightProperty().bind(heightProperty().add(2 * HALO));
        columns.setClip(clip);
    }

    private void renew() {
        pool.views().values().forEach(ColumnView::forget);
        requestLayout();
    }

    private StripGeometry geometry() {
        Grid grid = model.grid();
        double em = ruler.px();
        boolean brief = context.briefProperty().get();
        return new StripGeometry(
                grid.first(),
                grid.next(),
                Math.max(1, getWidth()),
                offset -> Math.ceil(grid.column(offset).em(brief, WordWidth.ratio()) * em));
    }

    @Override
    protected void layoutChildren() {
        laying = true;
        StripGeometry geometry = geometry();
        anchor = following.get() ? geometry.end() : geometry.clamp(anchor);
        double barHeight = bar.prefHeight(-1);
        columns.resizeRelocate(0, 0, getWidth(), getHeight() - barHeight);
        place(whole(geometry.place(anchor)));
        bar.resizeRelocate(0, getHeight() - barHeight, getWidth(), barHeight);
        measure(geometry);
        laying = false;
    }

    /// Half a column at the left edge says nothing; a person who scrolls sees where it is going.
    private List<Placed> whole(List<Placed> placed) {
        boolean cut = placed.size() > 1 && placed.getFirst().x() < 0;
        return cut && following.get() ? placed.subList(1, placed.size()) : placed;
    }

    private void measure(StripGeometry geometry) {
        double seen = geometry.lowest() - geometry.first();
        double range = geometry.end() - geometry.lowest();
        bar.setVisible(range > 0);
        bar.setMin(geometry.lowest());
        bar.setMax(geometry.end());
        // The bar measures its thumb against the range of its value, not against all columns.
        bar.setVisibleAmount(range * seen / Math.max(1, seen + range));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(Math.max(1, seen - 1));
        bar.setValue(anchor);
    }

    private void place(List<Placed> placed) {
        Grid grid = model.grid();
        pool.keep(placed);
        for (Placed p : placed) {
            ColumnView view = pool.of(p.offset());
            view.show(grid.column(p.offset()));
            view.light(context.highlight().subjectProperty().get());
            view.resizeRelocate(p.x(), 0, p.width(), columns.getHeight());
        }
        roving.keepWithin(placed, pool.views(), grid);
    }

    private void scrolled(double value) {
        if (!laying) {
            moveTo(value);
        }
    }

    private void wheel(ScrollEvent e) {
        double pixels = e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY();
        StripGeometry geometry = geometry();
        if (!geometry.fits() && pixels != 0) {
            moveTo(geometry.move(-pixels, anchor));
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        Grid grid = model.grid();
        if (roving.move(e.getCode(), grid.first(), grid.next())) {
            e.consume();
        }
    }

    private void reveal(long offset) {
        moveTo(geometry().reveal(offset, anchor));
        layout();
    }

    private void moveTo(double next) {
        StripGeometry geometry = geometry();
        anchor = geometry.clamp(next);
        following.set(anchor > geometry.end() - 0.01);
        requestLayout();
    }

    /// The headings beside it make the room for the rows, with the same css.
    @Override
    protected double computePrefHeight(double width) {
        return bar.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 40 * ruler.px();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 10 * ruler.px();
    }
}
