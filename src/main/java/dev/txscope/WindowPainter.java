package dev.txscope;

import dev.txscope.cli.Pixels;
import dev.txscope.cli.Request;
import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerCall.Send;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.playback.History;
import dev.txscope.ui.shell.MainWindow;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Paints the window on JavaFX's headless platform: a scene that is on no stage, so of any size.
final class WindowPainter {
    /// Lists and panes that depend on each other's size find it within a few pulses.
    private static final int MOST_PULSES = 120;

    private static final int SAME = 5;
    private static final int LIMIT_SECONDS = 60;

    private final EventLog log;
    private final Request.Picture picture;
    private final BlockingQueue<Painted> painted = new ArrayBlockingQueue<>(1);

    /// What came of it.
    private sealed interface Painted {
        record Done(Pixels pixels) implements Painted {}

        record Broken(Throwable thrown) implements Painted {}
    }

    WindowPainter(EventLog log, Request.Picture picture) {
        this.log = log;
        this.picture = picture;
    }

    /// Starts the toolkit, paints and ends it.
    ///
    /// @throws IllegalStateException if the toolkit cannot
    Pixels paint() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty(Renderer.ORDER, "sw");
        Platform.startup(
                () -> {
                    Thread.currentThread()
                            .setUncaughtExceptionHandler(
                                    (_, e) -> painted.offer(new Painted.Broken(e)));
                    begin();
                });
        try {
            return await();
        } finally {
            Platform.exit();
        }
    }

    /// Waits for the picture that was begun; not on the FX thread.
    Pixels await() throws InterruptedException {
        return switch (painted.poll(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            case null -> throw new IllegalStateException("The toolkit painted nothing");
            case Painted.Done(var pixels) -> pixels;
            case Painted.Broken(var thrown) -> throw new IllegalStateException(thrown);
        };
    }

    /// Begins to paint, on the FX thread.
    void begin() {
        var history = new History(log);
        Duration now = log.elapsed(); // Time stands still in a picture.
        var size = new MainWindow.Size(picture.width(), picture.height());
        var window = new MainWindow(history, () -> now, _ -> {}, picture.choices(), size);
        window.setReducedMotion(true);
        lastSent().ifPresent(window::continueAfter);
        history.catchUp(); // Only now: what is shown without motion is shown as it is at the end.
        window.signal();
        snapshot(window.scene(), new int[0], 0, MOST_PULSES);
    }

    private Optional<String> lastSent() {
        return log.from(0).reversed().stream()
                .map(fact -> fact.event() instanceof CallStarted started ? started.call() : null)
                .filter(Send.class::isInstance)
                .map(call -> ((Send) call).content().value())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// Takes a picture at each pulse until some in a row are the same.
    private void snapshot(Scene scene, int[] before, int same, int pulsesLeft) {
        var image = new WritableImage(picture.width(), picture.height());
        scene.snapshot(
                _ -> {
                    int[] now = pixels(image);
                    int alike = Arrays.equals(now, before) ? same + 1 : 0;
                    if (alike >= SAME || pulsesLeft == 0) {
                        painted.offer(
                                new Painted.Done(
                                        new Pixels(picture.width(), picture.height(), now)));
                    } else {
                        snapshot(scene, now, alike, pulsesLeft - 1);
                    }
                    return null;
                },
                image);
    }

    private int[] pixels(WritableImage image) {
        int width = picture.width();
        int[] argb = new int[width * picture.height()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        picture.height(),
                        WritablePixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        width);
        return argb;
    }
}
