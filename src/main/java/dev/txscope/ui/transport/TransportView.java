package dev.txscope.ui.transport;

import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.Tooltips;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Builder;

/// Buttons, the run as a bar, which step is shown, and back to what happens now.
final class TransportView implements Builder<Region> {
    private final TransportPresenter presenter;
    private final TransportModel model;
    private final Texts texts;

    TransportView(TransportPresenter presenter, Texts texts) {
        this.presenter = presenter;
        this.texts = texts;
        model = presenter.model();
    }

    @Override
    public Region build() {
        var bar = new HistoryBar(presenter);
        bar.setId("transport-scrub");
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.accessibleTextProperty().bind(texts.of("transport.scrub"));
        Tooltips.install(bar, texts.of("transport.scrub"));
        return Styles.styled(new HBox(buttons(), bar, step(), live()), "transport");
    }

    private HBox buttons() {
        var atStart = model.stepProperty().lessThanOrEqualTo(1);
        var atEnd = model.stepProperty().greaterThanOrEqualTo(model.stepsProperty());
        var start =
                button("start", Icons.toStart(), texts.of("transport.start"), presenter::toStart);
        start.disableProperty().bind(atStart);
        var back = button("back", Icons.stepBack(), texts.of("transport.back"), presenter::back);
        back.disableProperty().bind(atStart);
        var forward =
                button(
                        "forward",
                        Icons.stepForward(),
                        texts.of("transport.forward"),
                        presenter::forward);
        forward.disableProperty().bind(atEnd);
        return Styles.styled(new HBox(start, back, pause(), forward), "buttons");
    }

    private Button pause() {
        var text =
                Bindings.createStringBinding(
                        () ->
                                texts.get(
                                        model.liveProperty().get()
                                                ? "transport.pause"
                                                : "transport.follow"),
                        model.liveProperty(),
                        texts.languageProperty());
        var button = button("pause", Icons.pause(), text, presenter::toggle);
        button.graphicProperty()
                .bind(model.liveProperty().map(live -> live ? Icons.pause() : Icons.play()));
        button.disableProperty().bind(model.stepsProperty().isEqualTo(0));
        return button;
    }

    private Label step() {
        var label = Styles.styled(new Label(), "step-count");
        label.setId("transport-step");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::stepText,
                                model.stepProperty(),
                                model.stepsProperty(),
                                texts.languageProperty()));
        Nodes.tip(label, texts.of("transport.scrub"));
        return label;
    }

    private String stepText() {
        int steps = model.stepsProperty().get();
        return steps == 0
                ? texts.get("transport.none")
                : texts.get("transport.step", model.stepProperty().get(), steps);
    }

    private Button live() {
        var button = Styles.styled(new Button(), "live");
        button.setId("transport-live");
        button.textProperty().bind(texts.of("transport.live"));
        Nodes.tip(
                button,
                Bindings.createStringBinding(
                        () ->
                                texts.get(
                                        model.liveProperty().get()
                                                ? "transport.live.on"
                                                : "transport.live.off"),
                        model.liveProperty(),
                        texts.languageProperty()));
        model.liveProperty()
                .subscribe(live -> button.pseudoClassStateChanged(TransportSlice.ON, live));
        button.setOnAction(_ -> presenter.live());
        return button;
    }

    private static Button button(
            String id, Region icon, ObservableValue<String> text, Runnable action) {
        var button = Styles.styled(new Button(), "transport-button");
        button.setId("transport-" + id);
        button.setGraphic(icon);
        button.accessibleTextProperty().bind(text);
        Nodes.tip(button, text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
