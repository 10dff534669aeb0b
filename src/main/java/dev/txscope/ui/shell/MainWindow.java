package dev.txscope.ui.shell;

import dev.txscope.command.Command;
import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;
import dev.txscope.projection.BrokerState.Phase;
import dev.txscope.ui.about.Program;
import dev.txscope.ui.fx.FxPump;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The window's scene, and what keeps it up to date: facts through the pump, time through a ticker
/// that runs only while something counts.
public final class MainWindow {
    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(250);

    private final History history;
    private final Clock clock;
    private final Consumer<Command> commands;
    private final ObjectProperty<Cursor> cursor = new SimpleObjectProperty<>(Cursor.live());
    private final FxPump pump = new FxPump(this::show);
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, _ -> tick()));
    private final ViewContext context;
    private final Looks looks;
    private final Slices slices;
    private final Scene scene;
    private volatile String kcat = "";

    /// @param elapsed the log's own clock
    /// @param commands takes what the person asks for
    public MainWindow(
            History history,
            Supplier<Duration> elapsed,
            Consumer<Command> commands,
            Choices choices,
            Size size) {
        this.history = history;
        this.commands = commands;
        clock = new Clock(elapsed);
        context = new ViewContext(new Texts(choices.language()));
        context.detailsProperty().set(choices.details());
        looks = new Looks(context, choices);
        looks.dressControls();
        var log = new LogOverlay(context.texts());
        slices = Slices.create(context, cursor, commands, log::show);
        slices.producer().freeProperty().set(choices.free());
        slices.services().onProperty().set(choices.services().on());
        slices.services().secondProperty().set(choices.services().second());
        var topBar = new TopBar(context, looks);
        var layout = new WindowLayout(slices, new Legend(context.texts()), log);
        scene = new Scene(layout.build(topBar), size.width(), size.height());
        looks.dress(scene);
        listen(topBar);
        ticker.setCycleCount(Animation.INDEFINITE);
        cursor.subscribe(() -> jump());
        show();
    }

    /// A window's inner size in pixels.
    public record Size(double width, double height) {
        /// What a first start gets.
        public static final Size INITIAL = new Size(1440, 860);

        /// Below this, things are clipped.
        public static final Size SMALLEST = new Size(1280, 680);
    }

    public Scene scene() {
        return scene;
    }

    /// The title that the window's frame shows, in the language that is shown.
    public javafx.beans.value.ObservableValue<String> titleProperty() {
        return context.texts().of("shell.window");
    }

    /// Says that there are new facts; any thread.
    public void signal() {
        pump.signal();
    }

    /// What the person has chosen.
    public Choices choices() {
        return new Choices(
                context.texts().languageProperty().get(),
                looks.themeProperty().get(),
                looks.textSizeProperty().get(),
                context.detailsProperty().get(),
                slices.producer().freeProperty().get(),
                new Choices.Services(
                        slices.services().onProperty().get(),
                        slices.services().secondProperty().get()));
    }

    /// Calls the listener whenever the person chooses.
    public void onChoice(Runnable listener) {
        context.texts().languageProperty().subscribe(listener);
        looks.themeProperty().subscribe(listener);
        looks.textSizeProperty().subscribe(listener);
        context.detailsProperty().subscribe(listener);
        slices.producer().freeProperty().subscribe(listener);
        slices.services().onProperty().subscribe(listener);
        slices.services().secondProperty().subscribe(listener);
    }

    /// Says what `kcat` is on this machine, which may then be the services' second consumer; any
    /// thread.
    public void tellKcat(String description) {
        kcat = description;
        pump.signal();
    }

    /// Says who knows the program; asked when somebody wants to see it.
    public void setProgram(Supplier<Program> knows) {
        slices.about().setProgram(knows);
    }

    /// Starts the services if they were on last time.
    public void resume() {
        slices.services().resume();
    }

    /// Lets the producer's card go on after a value that was not sent from here.
    public void continueAfter(String sent) {
        slices.producer().continueAfter(sent);
    }

    /// Shows the diagram without motion where the system asks for none.
    public void setReducedMotion(boolean reduced) {
        slices.diagram().reducedMotionProperty().set(reduced);
    }

    private void listen(TopBar topBar) {
        new Keys()
                .producer(slices.producer())
                .on(KeyCode.D, this::toggleDetails)
                .on(KeyCode.L, topBar::switchLanguage)
                .on(KeyCode.T, looks::toggleTheme)
                .on(KeyCode.P, topBar::nextTextSize)
                .on(KeyCode.R, this::startBroker)
                .on(KeyCode.H, slices.services()::toggle)
                .on(KeyCode.I, slices.services()::open)
                .on(KeyCode.K, slices.settings()::open)
                .on(KeyCode.F1, slices.about()::open)
                .on(KeyCode.ESCAPE, () -> cursor.set(Cursor.live()))
                .listenTo(scene);
    }

    private void toggleDetails() {
        context.detailsProperty().set(!context.detailsProperty().get());
    }

    private void startBroker() {
        Phase phase = history.latest().world().broker().phase();
        if (phase == Phase.FAILED || phase == Phase.DIED) {
            commands.accept(new Command.StartBroker());
        }
    }

    /// The cursor moved: the diagram does not play what lies between.
    private void jump() {
        slices.diagram().jumpTo(cursor.get().frame(history));
        show();
    }

    private void show() {
        Frame latest = history.latest();
        slices.services().kcatProperty().set(kcat);
        context.liveProperty().set(cursor.get().isLive());
        slices.show(latest, cursor.get().frame(history), cursor.get().isLive(), clock);
        if (clock.runs(latest)) {
            ticker.play();
        } else {
            ticker.stop();
        }
    }

    private void tick() {
        slices.showTime(cursor.get().frame(history), cursor.get().isLive(), clock);
        if (!clock.runs(history.latest())) {
            ticker.stop();
        }
    }
}
