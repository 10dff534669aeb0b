package dev.txscope.ui.services;

import dev.txscope.command.Command;
import dev.txscope.command.Command.StartServices;
import dev.txscope.command.Command.StopServices;
import dev.txscope.command.SecondConsumer;
import dev.txscope.projection.ServicesState;
import dev.txscope.projection.World;
import dev.txscope.ui.control.Overlay;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// The services' switch in the top bar, and what there is to know of them, over the window until it
/// is closed. Built when it is first asked for.
public final class ServicesSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/services/services.css";

    private static final String USUAL = "http://127.0.0.1:";

    private final Texts texts;
    private final Consumer<Command> commands;
    private final Overlay overlay = new Overlay();
    private final ObjectProperty<ServicesState> state;
    private final ServiceView first;
    private final ServiceView second;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", false);
    private final ObjectProperty<SecondConsumer> reader =
            new SimpleObjectProperty<>(this, "second", SecondConsumer.JAVA);
    private final StringProperty kcat = new SimpleStringProperty(this, "kcat", "");
    private final ScrollPane body = new ScrollPane();
    private final ServicesSwitch power;
    private final HBox button;

    public ServicesSlice(ViewContext context, Consumer<Command> commands) {
        texts = context.texts();
        this.commands = commands;
        state = new SimpleObjectProperty<>(World.initial().services());
        first = new ServiceView(ServicesState.FIRST, USUAL + StartServices.PORT, texts);
        second = new ServiceView(ServicesState.SECOND, USUAL + StartServices.SECOND_PORT, texts);
        power = new ServicesSwitch(texts, on, this::toggle);
        button = power.bar(state, this::open);
    }

    /// The switch, and the way to the overlay.
    public Region button() {
        return button;
    }

    public Region view() {
        return overlay.view();
    }

    /// Whether the overlay is shown; what lies behind must not be reached then.
    public ReadOnlyBooleanProperty openProperty() {
        return overlay.openProperty();
    }

    /// Whether the person wants the services.
    public BooleanProperty onProperty() {
        return on;
    }

    /// Which client the person wants as the second service's consumer.
    public ObjectProperty<SecondConsumer> secondProperty() {
        return reader;
    }

    /// What `kcat` is on this machine; empty where there is none, which is then no choice.
    public StringProperty kcatProperty() {
        return kcat;
    }

    public void show(World world) {
        state.set(world.services());
        first.show(ServiceModel.of(world, ServicesState.FIRST));
        second.show(ServiceModel.of(world, ServicesState.SECOND));
    }

    /// Switches the services on or off.
    public void toggle() {
        on.set(!on.get());
        if (on.get()) {
            start();
        } else {
            commands.accept(new StopServices());
        }
    }

    /// Starts the services if the person wanted them last time.
    public void resume() {
        if (on.get()) {
            start();
        }
    }

    public void open() {
        if (overlay.panel().getChildren().isEmpty()) {
            build();
        }
        overlay.open(body);
    }

    private void start() {
        commands.accept(
                new StartServices(StartServices.PORT, StartServices.SECOND_PORT, reader.get()));
    }

    private void build() {
        body.setId("services-body");
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.setFocusTraversable(true);
        body.accessibleTextProperty().bind(texts.of("services.title"));
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setContent(
                Styles.styled(
                        new VBox(first.build(true, this::start), second.build(false, this::start)),
                        "services-list"));
        var title = Nodes.label(texts.of("services.title"), Styles.TITLE);
        var intro = Nodes.label(texts.of("services.intro"), "wrapped");
        intro.setMinHeight(Region.USE_PREF_SIZE);
        overlay.panel().getStyleClass().add("services");
        var choice = new ReaderChoice(texts, reader, kcat).build(this::resume);
        overlay.panel().getChildren().addAll(title, intro, body, choice, buttons());
    }

    private HBox buttons() {
        var toggle = power.button("services-switch-here");
        toggle.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.get(on.get() ? "services.stop" : "services.start"),
                                on,
                                texts.languageProperty()));
        var close = Nodes.button(texts, "shell.close", "services-close");
        close.setOnAction(_ -> overlay.close());
        return Styles.styled(new HBox(toggle, close), "services-buttons");
    }
}
