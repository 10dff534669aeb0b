package dev.txscope.ui.sentence;

import dev.txscope.command.Command;
import dev.txscope.projection.BrokerState;
import dev.txscope.projection.BrokerState.Phase;
import dev.txscope.projection.BrokerState.Trouble;
import dev.txscope.projection.Message;
import dev.txscope.projection.Narration;
import dev.txscope.projection.Narrator;
import dev.txscope.projection.World;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The banner with the sentence. When the broker failed it offers to try again and to read its log.
public final class SentenceSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/sentence/sentence.css";

    /// The largest share of the banner for what happened.
    private static final double MOST = 0.42;

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final Message NOTHING = Message.of("sentence.starting");

    private final Texts texts;
    private final String producer;
    private final ObjectProperty<Narration> narration =
            new SimpleObjectProperty<>(new Narration(NOTHING, NOTHING));
    private final BooleanProperty trouble = new SimpleBooleanProperty(false);
    private final Region view;
    private List<String> logTail = List.of();

    /// @param producer the name of the producer that the window's buttons drive
    /// @param showLog takes the end of the broker's log when the person asks for it
    public SentenceSlice(
            String producer,
            ViewContext context,
            Consumer<Command> commands,
            Consumer<List<String>> showLog) {
        this.producer = producer;
        texts = context.texts();
        view = build(commands, showLog);
    }

    public Region view() {
        return view;
    }

    /// @param remaining how long the open transaction may still be open
    public void show(World world, Duration remaining) {
        BrokerState broker = world.broker();
        Trouble now = broker.trouble();
        logTail = now == null ? List.of() : now.logTail();
        trouble.set(broker.phase() == Phase.FAILED || broker.phase() == Phase.DIED);
        Narration next = Narrator.tell(world, producer, remaining);
        if (!next.equals(narration.get())) {
            narration.set(next);
        }
    }

    private Region build(Consumer<Command> commands, Consumer<List<String>> showLog) {
        var what = Nodes.label(text(narration.map(Narration::what)), "what", "wrapped");
        what.setId("sentence-what");
        var why = Nodes.label(text(narration.map(Narration::why)), "why", "wrapped");
        why.setId("sentence-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        var retry = button("shell.retry", "sentence-retry");
        retry.setOnAction(_ -> commands.accept(new Command.StartBroker()));
        var log = button("shell.brokerLog", "sentence-log");
        log.setOnAction(_ -> showLog.accept(logTail));
        var banner = Styles.styled(new HBox(what, why, retry, log), "sentence");
        banner.setId("sentence");
        what.minWidthProperty().bind(widthOf(what, banner));
        what.maxWidthProperty().bind(widthOf(what, banner));
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.accessibleTextProperty()
                .bind(Bindings.concat(what.textProperty(), " ", why.textProperty()));
        trouble.subscribe(on -> banner.pseudoClassStateChanged(TROUBLE, on));
        return banner;
    }

    /// What happened has one line if it can, and never so much room that nothing is left for why.
    private static DoubleBinding widthOf(Label what, Region banner) {
        return Bindings.createDoubleBinding(
                () -> Math.min(Math.ceil(what.prefWidth(-1)) + 1, banner.getWidth() * MOST),
                what.textProperty(),
                what.fontProperty(),
                banner.widthProperty());
    }

    private Button button(String key, String id) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.tip(button, texts.of(key + ".tip"));
        return Nodes.shownWhen(button, trouble);
    }

    private ObservableValue<String> text(ObservableValue<Message> message) {
        return Bindings.createStringBinding(
                () -> texts.get(message.getValue()), message, texts.languageProperty());
    }
}
