package dev.txscope.ui.broker;

import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.projection.BrokerState;
import dev.txscope.projection.BrokerState.Phase;
import dev.txscope.projection.Message;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import java.time.Duration;
import java.util.Map;

/// How the broker is, in a pill. Its address can be copied, so that any other client can join in,
/// and its settings looked at.
public final class BrokerSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/broker/broker.css";

    private final Texts texts;
    private final Runnable openSettings;
    private final ObjectProperty<Message> status =
            new SimpleObjectProperty<>(Message.of("broker.NOT_STARTED"));
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<Message> more =
            new SimpleObjectProperty<>(Message.of("broker.NOT_STARTED"));
    private final HBox view;

    /// @param openSettings shows what the broker and the clients are set to
    public BrokerSlice(ViewContext context, Runnable openSettings) {
        texts = context.texts();
        this.openSettings = openSettings;
        view = build();
    }

    public Region view() {
        return view;
    }

    /// @param now on the log's own clock, to say how long a start has taken so far
    public void show(BrokerState broker, Duration now) {
        Phase phase = broker.phase();
        status.set(
                phase == Phase.STARTING
                        ? Message.of("broker.STARTING", now.minus(broker.since()))
                        : Message.of("broker." + phase.name()));
        BrokerReady there = phase == Phase.READY ? broker.ready() : null;
        address.set(there == null ? "" : there.address());
        more.set(there == null ? status.get() : more(there));
        view.pseudoClassStateChanged(Styles.OPEN, phase == Phase.STARTING);
        view.pseudoClassStateChanged(Styles.COMMITTED, there != null);
        view.pseudoClassStateChanged(Styles.FAILED, phase == Phase.FAILED || phase == Phase.DIED);
    }

    private static Message more(BrokerReady ready) {
        return Message.of(
                ready.kept() ? "broker.more.kept" : "broker.more",
                ready.kafkaVersion(),
                ready.took(),
                ready.folder());
    }

    private HBox build() {
        var dot = Styles.styled(new Circle(4), "dot");
        var words =
                Nodes.label(
                        Bindings.createStringBinding(
                                () -> texts.get(status.get()), status, texts.languageProperty()));
        words.setId("broker-status");
        var where = Nodes.label(address, Styles.CODE);
        where.setId("broker-address");
        var pill =
                Styles.styled(
                        new HBox(dot, words, where, copyButton(), settingsButton()), "broker");
        Nodes.tip(
                pill,
                Bindings.createStringBinding(
                        () -> texts.get(more.get()), more, texts.languageProperty()));
        return pill;
    }

    private Button settingsButton() {
        var settings = button("broker.settings", "broker-settings", Icons.settings());
        settings.setOnAction(_ -> openSettings.run());
        return settings;
    }

    private Button copyButton() {
        var copy = button("broker.copy", "broker-copy", Icons.copy());
        copy.setOnAction(
                _ ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, address.get())));
        return Nodes.shownWhen(copy, address.isNotEmpty());
    }

    private Button button(String key, String id, Region icon) {
        var button = Styles.styled(new Button(null, icon), "flat");
        button.setId(id);
        button.accessibleTextProperty().bind(texts.of(key));
        Nodes.tip(button, texts.of(key));
        return button;
    }
}
