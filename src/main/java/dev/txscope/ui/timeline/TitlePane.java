package dev.txscope.ui.timeline;

import dev.txscope.projection.Transaction;
import dev.txscope.text.BandText;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Styles;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The title line of a band: number, outcome, records, and how long it took or what it waits for.
final class TitlePane extends HBox {
    private final Timeline timeline;
    private final Label name = Styles.styled(new Label(), "band-name");
    private final Label outcome = Styles.styled(new Label(), "band-outcome");
    private final Label records = Styles.styled(new Label(), "band-records");
    private final Label readable = Styles.styled(new Label(), "band-state");
    private final Label state = Styles.styled(new Label(), "band-state");
    private List<String> readings = List.of();
    private @Nullable Boolean folded;
    private @Nullable Look look;

    TitlePane(Timeline timeline) {
        this.timeline = timeline;
        getStyleClass().add("band");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        name.setMinWidth(USE_PREF_SIZE);
        outcome.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(USE_PREF_SIZE);
        readable.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, outcome, records, space, readable, state);
        widthProperty().subscribe(this::fit);
    }

    /// @return the line in words, for a screen reader
    String show(Line.Title title) {
        Transaction t = timeline.model().frame().world().transactions().number(title.band());
        if (t == null) {
            return "";
        }
        BandText text = timeline.bandText();
        int steps = timeline.model().frame().timeline().stepsOf(t.number());
        Duration remaining = t.requested() ? null : timeline.model().remainingProperty().get();
        name.setText(text.name(t));
        outcome.setText(text.outcome(t));
        records.setText(text.records(t));
        var world = timeline.model().frame().world();
        String held = text.held(t, world.holderOf(t));
        Duration later = world.readAfterReturn(t);
        String read = held.isEmpty() ? text.readable(t, later) : held;
        readings = held.isEmpty() ? List.of(read, text.readableBriefly(t, later)) : List.of(held);
        state.setText(text.state(t, steps, remaining));
        fit();
        dress(Look.of(t.status()));
        fold(timeline.isFolded(t.number()));
        return Stream.of(name.getText(), outcome.getText(), records.getText(), read)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "", ", " + state.getText()));
    }

    /// Where there is little room, when it could be read is said in fewer words; where there is
    /// less, it is left to the steps.
    private void fit() {
        boolean fits = readings.stream().anyMatch(this::fits);
        readable.setManaged(fits);
        readable.setVisible(fits);
    }

    private boolean fits(String reading) {
        readable.setText(reading + " ·");
        readable.setManaged(true);
        return !reading.isEmpty() && super.computePrefWidth(-1) <= getWidth();
    }

    /// It is as wide as the list, and never makes that scroll sideways.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private void fold(boolean now) {
        if (folded == null || folded != now) {
            folded = now;
            name.setGraphic(now ? Icons.folded() : Icons.unfolded());
        }
    }

    private void dress(Look next) {
        if (next != look) {
            look = next;
            outcome.setGraphic(next.icon());
            pseudoClassStateChanged(Styles.OPEN, next == Look.OPEN);
            pseudoClassStateChanged(Styles.COMMITTED, next == Look.COMMITTED);
            pseudoClassStateChanged(Styles.ABORTED, next == Look.ABORTED);
        }
    }
}
