package dev.txscope.bench;

import atlantafx.base.theme.PrimerLight;

import dev.txscope.App;
import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.LabOptions;
import dev.txscope.ui.shell.MainWindow;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/// The main class of a [Child]: says when its window had its first pulse, and ends when its
/// standard input ends.
///
/// `empty` is a window with AtlantaFX's theme and nothing in it, `program` is TxScope, `idle` is
/// TxScope after ten transactions.
public final class ChildMain {
    private ChildMain() {}

    public static void main(String[] args) throws IOException {
        KafkaLogging.quiet();
        var app = args[0].equals("empty") ? new EmptyWindow() : program();
        Platform.startup(() -> open(app));
        if (app instanceof App program) {
            var walk = new ProgramRun(program);
            Thread.ofPlatform()
                    .uncaughtExceptionHandler(ChildMain::giveUp)
                    .start(() -> walk.report(args[0].equals("idle")));
        }
        System.in.transferTo(OutputStream.nullOutputStream());
        Platform.runLater(() -> end(app));
    }

    private static App program() {
        App.prepare(LabOptions.DEFAULT, UnaryOperator.identity());
        return new App();
    }

    private static void open(Application app) {
        try {
            var stage = new Stage();
            stage.sceneProperty().subscribe(ChildMain::awaitPulse);
            app.start(stage);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitPulse(Scene scene) {
        var said = new AtomicBoolean();
        if (scene != null) {
            scene.addPostLayoutPulseListener(
                    () -> {
                        if (!said.getAndSet(true)) {
                            System.out.println("SHOWN");
                        }
                    });
        }
    }

    /// The parent notices.
    private static void giveUp(Thread thread, Throwable thrown) {
        Bench.tell(thread, thrown);
        Runtime.getRuntime().halt(1);
    }

    private static void end(Application app) {
        try {
            app.stop();
            System.exit(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class EmptyWindow extends Application {
        @Override
        public void start(Stage stage) {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var size = MainWindow.Size.INITIAL;
            stage.setScene(new Scene(new Pane(), size.width(), size.height()));
            stage.show();
        }
    }
}
