package dev.txscope.ui.timeline;

import dev.txscope.event.TransactionState;
import dev.txscope.projection.Cell;
import dev.txscope.text.Words;
import dev.txscope.ui.fx.Highlight;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Tooltips;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// What one lane shows in one row: a card, or our note without a box. Made once and used for many
/// rows.
final class CardView extends Region {
    /// The most of a card that what is said beside may take from the record.
    private static final double ASIDE = 0.84;

    /// The most that an exception's text, which can be long, may take from what failed.
    private static final double TEXT = 0.5;

    /// What the record needs at least, in em, to be told from another.
    private static final double LEAST = 9;

    private static final Words NOTHING = new Words("", "", "", "", "");

    private final Highlight highlight;
    private final boolean wide;
    private final Label main = Styles.styled(new Label(), "main");
    private final Label aside = Styles.styled(new Label(), "aside");
    private final StringProperty inFull = new SimpleStringProperty();
    private Words words = NOTHING;
    private @Nullable Look look;
    private @Nullable Cell cell;

    /// @param wide whether what is said beside stands at the right edge
    CardView(Highlight highlight, boolean wide) {
        this.highlight = highlight;
        this.wide = wide;
        getStyleClass().addAll("cell-card", wide ? "wide" : "narrow");
        Tooltips.install(this, inFull);
        getChildren().add(main);
        hoverProperty().subscribe(this::point);
    }

    void show(Cell next, Words said) {
        if (!next.equals(cell)) {
            cell = next;
            dress(Look.of(next));
        }
        if (!said.equals(words)) {
            words = said;
            main.setText(said.main());
            inFull.set(said.full());
            attach(!said.aside().isEmpty() || !said.least().isEmpty());
            requestLayout();
        }
        light(highlight.subjectProperty().get());
    }

    /// Each label costs styles in every row that comes into sight.
    private void attach(boolean beside) {
        if (beside && aside.getParent() == null) {
            getChildren().add(aside);
        } else if (!beside) {
            getChildren().remove(aside);
        }
    }

    void clear() {
        if (isHover()) {
            point(false);
        }
        cell = null;
    }

    @Nullable Cell cell() {
        return cell;
    }

    /// Lights up when it speaks of what the person points at.
    void light(@Nullable Object subject) {
        pseudoClassStateChanged(Styles.LIT, subject != null && speaksOf(cell, subject));
    }

    /// The subject of a cell: its first offset, or the state that the coordinator said; null for
    /// none.
    static @Nullable Object subjectOf(@Nullable Cell cell) {
        return switch (cell) {
            case Cell.OfRecords records -> records.span().first();
            case Cell.MarkerAppended marker -> marker.offset();
            case Cell.StateSaid(var entry) -> entry.state();
            case null -> null;
            case Cell.Called _,
                    Cell.Requested _,
                    Cell.OfGroup _,
                    Cell.Returned _,
                    Cell.Failed _,
                    Cell.Rejected _,
                    Cell.Refused _,
                    Cell.NotTold _,
                    Cell.LogMoved _,
                    Cell.NoNews _,
                    Cell.PositionMoved _,
                    Cell.ReaderStarted _,
                    Cell.ReaderFailed _,
                    Cell.SessionNote _ ->
                    null;
        };
    }

    private static boolean speaksOf(@Nullable Cell cell, Object subject) {
        return switch (subject) {
            case Long offset when cell instanceof Cell.OfRecords records ->
                    records.span().contains(offset);
            case TransactionState state when cell instanceof Cell.StateSaid(var entry) ->
                    entry.state() == state;
            default -> subject.equals(subjectOf(cell));
        };
    }

    private void point(boolean hovered) {
        Object subject = subjectOf(cell);
        if (hovered && cell != null) {
            highlight.subjectProperty().set(subject);
        } else if (!hovered && Objects.equals(highlight.subjectProperty().get(), subject)) {
            highlight.subjectProperty().set(null);
        }
    }

    private void dress(Look next) {
        if (next == look) {
            return;
        }
        if (look != null) {
            getStyleClass().remove(look.styleClass());
        }
        look = next;
        getStyleClass().add(next.styleClass());
        boolean iconAtEnd = next == Look.COMMIT_MARKER || next == Look.ABORT_MARKER;
        main.setGraphic(cell instanceof Cell.StateSaid ? null : next.icon());
        main.setContentDisplay(iconAtEnd ? ContentDisplay.RIGHT : ContentDisplay.LEFT);
    }

    /// Side by side in the middle; in a wide lane at both ends. Our notes stand in the middle
    /// anyway.
    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double room = getWidth() - left - snappedRightInset();
        double gap = main.getFont().getSize() / 2;
        Label beside = beside(room, gap);
        double wanted = main.isVisible() ? Math.ceil(main.prefWidth(-1)) : 0;
        double wish = beside == null ? 0 : Math.ceil(beside.prefWidth(-1));
        double share = look == Look.FAILED ? TEXT : ASIDE;
        double second = Math.min(wish, Math.max(room * share, room - wanted - gap));
        double between = beside == null || !main.isVisible() ? 0 : gap;
        double first = Math.max(0, Math.min(wanted, room - second - between));
        boolean ends = look == Look.FAILED || (wide && look != Look.NOTE);
        double start = ends ? left : left + (room - first - second - between) / 2;
        main.resizeRelocate(start, 0, first, getHeight());
        if (beside != null) {
            double end = ends ? left + room - second : start + first + between;
            beside.resizeRelocate(end, 0, Math.max(0, second), getHeight());
        }
    }

    /// What is said beside, in fewer words where the record would have no room. One of our notes,
    /// which has nothing beside, gives its own place to the fewer words.
    private @Nullable Label beside(double room, double gap) {
        double wanted = main.prefWidth(-1);
        boolean alone = words.aside().isEmpty();
        boolean instead = alone && !words.least().isEmpty() && wanted > room;
        main.setVisible(!instead);
        aside.setVisible(instead || !alone);
        if (instead) {
            aside.setText(words.least());
        } else if (!alone) {
            double kept = Math.clamp(wanted, 0, LEAST * main.getFont().getSize());
            fit(room - kept - gap);
        }
        return aside.isVisible() ? aside : null;
    }

    private void fit(double room) {
        if (!fits(words.aside(), room) && !fits(words.brief(), room)) {
            aside.setText(words.least());
        }
    }

    private boolean fits(String text, double room) {
        aside.setText(text);
        return look == Look.FAILED || aside.prefWidth(-1) <= room;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
