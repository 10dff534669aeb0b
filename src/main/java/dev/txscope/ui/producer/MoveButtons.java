package dev.txscope.ui.producer;

import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.producer.ProducerModel.MoveModel;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Begin, Send, Commit, Abort, and a new producer where nothing else helps. A disabled button says
/// why: its tooltip is its wrapper’s, since a disabled node gets no mouse.
final class MoveButtons {
    private static final PseudoClass INVITED = PseudoClass.getPseudoClass("invited");

    private final ProducerModel model;
    private final Texts texts;
    private final Consumer<Move> press;

    MoveButtons(ProducerModel model, Texts texts, Consumer<Move> press) {
        this.model = model;
        this.texts = texts;
        this.press = press;
    }

    Region build() {
        var grid = Styles.styled(new GridPane(), "moves");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.add(button(Move.BEGIN, "begin", "B", null), 0, 0);
        grid.add(button(Move.SEND, "send", "S", null), 1, 0);
        grid.add(button(Move.COMMIT, "commit", "C", Icons.check()), 0, 1);
        grid.add(button(Move.ABORT, "abort", "A", Icons.cross()), 1, 1);
        Node renew = button(Move.START_PRODUCER, "renew", "N", null);
        Nodes.shownWhen(renew, model.move(Move.START_PRODUCER).allowedProperty());
        return Styles.styled(new VBox(grid, renew), "move-rows");
    }

    private Node button(Move move, String word, String key, @Nullable Node icon) {
        MoveModel state = model.move(move);
        var label = Nodes.label(texts.of("producer." + word), "word");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var hint = Styles.styled(new Label(key), "key-hint");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var content = new HBox(label, space, hint);
        content.setAlignment(Pos.CENTER_LEFT);
        if (icon != null) {
            content.getChildren().addFirst(icon);
        }
        var button = Styles.styled(new Button(null, content), "move", word);
        button.setId("producer-" + word);
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(texts.of("producer." + word));
        button.disableProperty().bind(state.allowedProperty().not());
        button.setOnAction(_ -> press.accept(move));
        state.invitedProperty()
                .subscribe(invited -> button.pseudoClassStateChanged(INVITED, invited));
        return explained(button, state, word);
    }

    private Node explained(Button button, MoveModel state, String word) {
        var wrapper = new HBox(button);
        HBox.setHgrow(button, Priority.ALWAYS);
        GridPane.setHgrow(wrapper, Priority.ALWAYS);
        Nodes.tip(
                wrapper,
                Bindings.createStringBinding(
                        () -> {
                            Message reason = state.reasonProperty().get();
                            return reason == null
                                    ? texts.get("producer." + word + ".tip")
                                    : texts.get(reason);
                        },
                        state.reasonProperty(),
                        texts.languageProperty()));
        // A disabled button shows no tooltip, so its wrapper does; a screen reader asks the button.
        button.accessibleHelpProperty().bind(wrapper.accessibleHelpProperty());
        return wrapper;
    }
}
