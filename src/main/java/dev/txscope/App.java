package dev.txscope;

import dev.txscope.cli.Version;
import dev.txscope.command.Command;
import dev.txscope.command.Command.AbortTransaction;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.command.Command.StartBroker;
import dev.txscope.command.Command.StartProducer;
import dev.txscope.command.Command.StartServices;
import dev.txscope.command.Command.StopServices;
import dev.txscope.event.EventLog;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.Kcat;
import dev.txscope.kafka.LabOptions;
import dev.txscope.playback.Folder;
import dev.txscope.playback.History;
import dev.txscope.report.StateFolder;
import dev.txscope.ui.about.Program;
import dev.txscope.ui.fx.AfterFrames;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.MainWindow;
import dev.txscope.ui.shell.OpeningScene;
import dev.txscope.ui.shell.StoredChoices;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;

/// The window with a broker of its own: the composition root. The window is shown first, then the
/// broker is started.
public final class App extends Application {
    /// So many frames later the first one is really on screen; until then the FX thread must be
    /// free.
    private static final int FRAMES = 8;

    /// JavaFX gives the system one: of 32 pixels on Windows, elsewhere of 128. They are read when
    /// the window is on screen.
    private static final int[] ICONS = {32, 128};

    private static @Nullable HeadStart headStart;

    private final HeadStart begun = Objects.requireNonNull(headStart, "not prepared");
    private final EventLog log = begun.log();
    private final History history = new History(log);
    private final Journal journal = Journal.ofUser(log);
    private @Nullable KafkaLab lab;
    private @Nullable WindowServices services;

    /// Shows the window and returns when it was closed and nothing of it is left.
    ///
    /// @param overChoices what this start wants in place of what was chosen last time
    public static void open(LabOptions labOptions, UnaryOperator<Choices> overChoices) {
        Renderer.choose();
        HeadStartOnLinux.begin();
        try (var _ = begin(labOptions, overChoices)) {
            launch(App.class);
        }
    }

    /// Begins what the next window waits for; returns at once. [#open] does it itself.
    public static void prepare(LabOptions options, UnaryOperator<Choices> overChoices) {
        begin(options, overChoices);
    }

    private static HeadStart begin(LabOptions options, UnaryOperator<Choices> overChoices) {
        var begun = HeadStart.begin(options, () -> overChoices.apply(store().load()));
        headStart = begun;
        return begun;
    }

    private static Choices.Store store() {
        return new StoredChoices(preferences());
    }

    private static Preferences preferences() {
        return Preferences.userNodeForPackage(App.class);
    }

    @Override
    public void start(Stage stage) throws ExecutionException, InterruptedException {
        journal.watch();
        Choices choices = begun.choices();
        Scene opening = OpeningScene.create(choices, MainWindow.Size.INITIAL);
        stage.setMinWidth(MainWindow.Size.SMALLEST.width());
        stage.setMinHeight(MainWindow.Size.SMALLEST.height());
        stage.setScene(opening);
        stage.setTitle("TxScope");
        stage.show();
        Rehearsal.beginIfAsked(stage);
        new AfterFrames(1, begun::beginLab).start();
        new AfterFrames(FRAMES, () -> fill(stage, store(), choices)).start();
    }

    private void fill(Stage stage, Choices.Store store, Choices choices) {
        if (!stage.isShowing()) {
            return;
        }
        stage.getIcons().addAll(IntStream.of(ICONS).mapToObj(App::icon).toList());
        var size = new MainWindow.Size(stage.getScene().getWidth(), stage.getScene().getHeight());
        var window = new MainWindow(history, log::elapsed, this::submit, choices, size);
        window.onChoice(() -> store.save(window.choices()));
        window.setProgram(App::program);
        window.setReducedMotion(Platform.getPreferences().isReducedMotion());
        stage.titleProperty().bind(window.titleProperty());
        stage.setScene(window.scene());
        window.scene().getRoot().requestFocus();
        showLab(window);
    }

    private static Program program() {
        return new Program(
                Version.own(),
                KafkaLab.kafkaVersion(),
                StateFolder.ours(),
                name -> System.getProperty(name, ""));
    }

    private void showLab(MainWindow window) {
        var actors = new Actors();
        journal.begin(actors, preferences());
        actors.start("history", new Folder(log, history, window::signal));
        var started = begun.lab();
        lab = started;
        services = new WindowServices(started, log, this::address, actors);
        window.resume();
        actors.start("kcat", () -> tellKcat(window));
    }

    private static void tellKcat(MainWindow window) {
        Kcat.find().map(Kcat::description).ifPresent(window::tellKcat);
    }

    private String address() {
        var ready = history.latest().world().broker().ready();
        return ready == null ? "" : ready.address();
    }

    private static Image icon(int size) {
        String name = "icons/txscope-" + size + ".png"; // Formatting loads the locale's data.
        return new Image(Objects.requireNonNull(App.class.getResourceAsStream(name)));
    }

    private void submit(Command command) {
        if (lab == null || services == null) {
            return;
        }
        switch (command) {
            case StartServices start -> services.start(start);
            case StopServices _ -> services.stop();
            case StartBroker _,
                    StartProducer _,
                    BeginTransaction _,
                    SendRecords _,
                    CommitTransaction _,
                    AbortTransaction _ ->
                    lab.submit(command);
        }
    }

    @Override
    public void stop() {
        if (services != null) {
            services.close();
        }
        begun.close();
        journal.close();
    }
}
