package dev.txscope.ui.diagram;

import dev.txscope.text.Durations;
import dev.txscope.ui.control.EmRuler;
import dev.txscope.ui.diagram.DiagramGeometry.Arrow;
import dev.txscope.ui.diagram.DiagramGeometry.Box;
import dev.txscope.ui.diagram.DiagramGeometry.Words;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The states and the arrows between them, placed as [DiagramGeometry] says.
final class DiagramPane extends Region {
    private final ViewContext context;
    private final EmRuler ruler = new EmRuler();
    private final List<StageView> stages;
    private final Map<Words, Label> words = new EnumMap<>(Words.class);
    private final Map<Stage, Label> durations = new EnumMap<>(Stage.class);
    private final List<ArrowView> arrows;
    private Shown shown = Shown.NOTHING;

    DiagramPane(DiagramModel model, ViewContext context) {
        this.context = context;
        stages = Stream.of(Stage.values()).map(s -> new StageView(s, context)).toList();
        arrows =
                geometry(Double.MAX_VALUE).arrows().stream()
                        .map(a -> new ArrowView(a.back()))
                        .toList();
        for (Words w : Words.values()) {
            words.put(w, word(w));
        }
        geometry(Double.MAX_VALUE).durations().keySet().forEach(s -> durations.put(s, duration(s)));
        getChildren().add(ruler);
        getChildren().addAll(arrows);
        getChildren().addAll(words.values());
        getChildren().addAll(durations.values());
        getChildren().addAll(stages);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.shownProperty().subscribe(this::show);
        context.texts().languageProperty().subscribe(_ -> write());
        context.detailsProperty().subscribe(_ -> requestLayout());
        context.briefProperty().subscribe(_ -> requestLayout());
        ruler.emBinding().subscribe(_ -> requestLayout());
    }

    /// @param room the height that it may take, in em
    private DiagramGeometry geometry(double room) {
        return DiagramGeometry.of(
                context.detailsProperty().get(), context.briefProperty().get(), room);
    }

    private Label word(Words which) {
        var label = Styles.styled(new Label(), "diagram-word");
        String key = "diagram.arrow." + which.name().toLowerCase(Locale.ROOT);
        label.textProperty()
                .bind(
                        Bindings.when(context.briefProperty())
                                .then(context.texts().of(key + ".brief"))
                                .otherwise(context.texts().of(key)));
        label.setAlignment(
                switch (which) {
                    case INIT, BEGIN, ABORT, AGAIN -> Pos.CENTER_LEFT;
                    case COMMIT -> Pos.CENTER_RIGHT;
                    case MARKERS -> Pos.CENTER;
                });
        return label;
    }

    private static Label duration(Stage stage) {
        var label = Styles.styled(new Label(), "diagram-duration");
        boolean left = stage == Stage.PREPARE_COMMIT;
        label.setAlignment(left ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return label;
    }

    private void show(Shown next) {
        shown = next;
        stages.forEach(s -> s.show(next));
        traversable(next.current() == null ? Stage.EMPTY : next.current());
        write();
    }

    private void write() {
        var language = context.texts().languageProperty().get();
        durations.forEach(
                (stage, label) -> {
                    Duration lasted = shown.lasted().get(stage);
                    label.setText(lasted == null ? "" : Durations.text(lasted, language));
                });
    }

    private void traversable(Stage one) {
        stages.forEach(s -> s.setFocusTraversable(s.stage() == one));
    }

    /// The arrow keys go through the states; one of them is in the window's Tab order.
    private void key(KeyEvent e) {
        int step =
                switch (e.getCode()) {
                    case UP, LEFT -> -1;
                    case DOWN, RIGHT -> 1;
                    default -> 0;
                };
        for (StageView s : stages) {
            if (step != 0 && s.isFocused()) {
                stages.get(Math.clamp(stages.indexOf(s) + step, 0, stages.size() - 1))
                        .requestFocus();
                e.consume();
                return;
            }
        }
    }

    @Override
    protected void layoutChildren() {
        DiagramGeometry geometry = geometry(getHeight() / ruler.px());
        words.values().forEach(w -> w.setVisible(geometry.hasRoomForWords()));
        stages.forEach(s -> place(s, geometry.box(s.stage())));
        words.forEach((w, label) -> place(label, geometry.box(w)));
        durations.forEach((s, label) -> place(label, geometry.durationBox(s)));
        for (int i = 0; i < arrows.size(); i++) {
            Arrow arrow = geometry.arrows().get(i);
            arrows.get(i).show(arrow, ruler.px(), left());
        }
    }

    private void place(Node node, Box box) {
        double em = ruler.px();
        node.resizeRelocate(
                left() + box.x() * em, box.y() * em, box.width() * em, box.height() * em);
    }

    /// The diagram stands in the middle of what it is given.
    private double left() {
        return Math.max(0, (getWidth() - DiagramGeometry.WIDTH * ruler.px()) / 2);
    }

    @Override
    protected double computePrefWidth(double height) {
        return DiagramGeometry.WIDTH * ruler.px();
    }

    @Override
    protected double computeMinWidth(double height) {
        return prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return geometry(Double.MAX_VALUE).height() * ruler.px();
    }

    @Override
    protected double computeMinHeight(double width) {
        return geometry(0).height() * ruler.px();
    }
}
