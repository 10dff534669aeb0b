package dev.txscope.ui.timeline;

import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Transaction;
import dev.txscope.projection.World;
import dev.txscope.text.Words;
import dev.txscope.ui.fx.Styles;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/// A row, or a pause: its time, its band's rail, and a card in every lane that has something to
/// show.
final class StepPane extends Region {
    private static final double RAIL = 0.34;
    private static final double INSET = 0.12;

    /// What a card needs for a line of the largest text, in em.
    private static final double CARD = 1.36;

    private final Timeline timeline;
    private final Label time = Styles.styled(new Label(), "time");
    private final Region rail = Styles.styled(new Region(), "rail");
    private final Region pause = Styles.styled(new Region(), "pause");
    private final Arrows arrows = new Arrows();
    private final Map<Lane, CardView> cards = new EnumMap<>(Lane.class);
    private @Nullable Line line;

    StepPane(Timeline timeline) {
        this.timeline = timeline;
        getStyleClass().add("step");
        getChildren().addAll(time, rail, pause, arrows);
    }

    void show(Line.Step step) {
        line = step;
        trace();
        var row = step.row();
        time.setText(timeline.time(step));
        pause.setVisible(false);
        time.pseudoClassStateChanged(Timeline.GAP, false);
        for (Lane lane : Lane.values()) {
            Cell cell = row.cell(lane);
            if (cell == null) {
                clear(lane);
            } else {
                card(lane).show(cell, words(cell, row.transaction()));
            }
        }
        rail(row.transaction());
    }

    void show(Line.Gap gap) {
        line = gap;
        trace();
        time.setText(timeline.pause(gap));
        time.pseudoClassStateChanged(Timeline.GAP, true);
        pause.setVisible(true);
        cards.keySet().forEach(this::clear);
        rail(gap.row().transaction());
    }

    /// Draws the arrows anew; what the cards say stays.
    void trace() {
        int lead = timeline.model().trace().lead();
        boolean leads = line instanceof Line.Step step && step.row().index() == lead;
        pseudoClassStateChanged(Timeline.LEAD, leads);
        requestLayout();
    }

    /// The lane's card, in the scene while it has something to show: styles are looked up for every
    /// node of a row that comes into sight, seen or not.
    private CardView card(Lane lane) {
        var card = cards.computeIfAbsent(lane, this::make);
        if (card.getParent() == null) {
            getChildren().add(getChildren().indexOf(arrows), card);
        }
        return card;
    }

    private CardView make(Lane lane) {
        boolean wide =
                lane == Lane.READ_UNCOMMITTED
                        || lane == Lane.READ_COMMITTED
                        || lane == Lane.SESSION;
        return new CardView(timeline.highlight(), wide);
    }

    private void clear(Lane lane) {
        var card = cards.get(lane);
        if (card != null && card.cell() != null) {
            card.clear();
            getChildren().remove(card);
        }
    }

    void light(@Nullable Object subject) {
        cards.values().forEach(card -> card.light(subject));
    }

    /// The lane is the window's producer's: a call of another one says whose it is.
    private Words words(Cell cell, int number) {
        Words words = timeline.words(cell);
        var t = transaction(number);
        if (t != null && t.requested() && cell instanceof Cell.Called) {
            return words.by(t.producer());
        }
        String starts = starting(cell);
        return starts.isEmpty() ? words : words.by(starts);
    }

    /// Whose `initTransactions()` that is, where there are several producers; else empty.
    private String starting(Cell cell) {
        World world = timeline.model().frame().world();
        var producer = world.producers().size() < 2 ? null : world.producerOf(starts(cell));
        return producer == null ? "" : producer.name();
    }

    /// The `transactional.id` of the `initTransactions()` that the cell speaks of; else empty.
    private static String starts(Cell cell) {
        if (cell instanceof Cell.Called(InitTransactions(var id, _), _)) {
            return id;
        }
        if (cell instanceof Cell.Returned(InitTransactions(var id, _), _)) {
            return id;
        }
        return cell instanceof Cell.Failed(InitTransactions(var id, _), _, _) ? id : "";
    }

    private @Nullable Transaction transaction(int number) {
        return timeline.model().frame().world().transactions().number(number);
    }

    private void rail(int transaction) {
        var t = transaction(transaction);
        rail.setVisible(t != null);
        if (t != null) {
            Look look = Look.of(t.status());
            rail.pseudoClassStateChanged(Styles.OPEN, look == Look.OPEN);
            rail.pseudoClassStateChanged(Styles.COMMITTED, look == Look.COMMITTED);
            rail.pseudoClassStateChanged(Styles.ABORTED, look == Look.ABORTED);
        }
    }

    @Override
    protected void layoutChildren() {
        LaneGeometry g = timeline.geometry();
        double height = getHeight();
        double railLeft = g.left(Lane.PRODUCER) - RAIL * g.em() / 2;
        rail.resizeRelocate(railLeft, 0, RAIL * g.em(), height);
        time.resizeRelocate(0, 0, Math.max(0, railLeft - RAIL * g.em()), height);
        pause.resizeRelocate(
                g.cardLeft(Lane.PRODUCER),
                height / 2,
                g.edges().end() - g.cardLeft(Lane.PRODUCER),
                1);
        double inset = Math.clamp((height - CARD * g.em()) / 2, 0, INSET * g.em());
        cards.forEach(
                (lane, card) ->
                        card.resizeRelocate(
                                g.cardLeft(lane),
                                inset,
                                right(lane, card, g) - g.cardLeft(lane),
                                height - 2 * inset));
        if (line != null) {
            arrows.draw(timeline.model().trace(), line, g, height);
        }
    }

    /// A failure and a request have much to say: each takes the room of the empty lanes beside it.
    private double right(Lane lane, CardView card, LaneGeometry g) {
        Lane last = lane;
        Cell cell = card.cell();
        if (cell instanceof Cell.Requested || (cell != null && Look.of(cell) == Look.FAILED)) {
            for (Lane beside : EnumSet.range(lane, Lane.READ_COMMITTED)) {
                if (beside != lane && isTaken(beside)) {
                    break;
                }
                last = beside;
            }
        }
        return g.cardRight(last);
    }

    private boolean isTaken(Lane lane) {
        var card = cards.get(lane);
        return card != null && card.cell() != null;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
