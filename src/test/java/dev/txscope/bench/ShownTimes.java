package dev.txscope.bench;

import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.kafka.Actors;
import dev.txscope.playback.Folder;
import dev.txscope.playback.History;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.MainWindow;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The real window, and the pulses in which it shows what the consumers were given.
final class ShownTimes implements AutoCloseable {
    private static final double MILLI = 1e6;

    /// A record that is to appear in a consumer's shelf.
    private record Expected(long seq, Isolation isolation, String value, long nanos) {}

    /// @param more pulses that began after the fact was appended and before the one that shows it
    private record Shown(long seq, int more, long nanos) {}

    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Long> pulses = new ArrayList<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.add(System.nanoTime());
                }
            };
    private final Runnable onShown;
    private final MainWindow window;
    private final Stage stage = new Stage();
    private final Thread folder;

    private ShownTimes(EventLog log, Runnable onShown) {
        this.onShown = onShown;
        var history = new History(log);
        window =
                new MainWindow(
                        history, log::elapsed, _ -> {}, Choices.initial(), MainWindow.Size.INITIAL);
        stage.setScene(window.scene());
        stage.show();
        timer.start(); // Pulses come all the time, so that they can be counted.
        window.scene().addPostLayoutPulseListener(this::pulse);
        folder = new Actors(Bench::tell).start("history", new Folder(log, history, window::signal));
    }

    /// Shows the window; its lab is yet to be made.
    ///
    /// @param onShown called for each expected record that is shown, on the FX thread
    static ShownTimes open(EventLog log, Runnable onShown) throws Exception {
        return FxThread.call(() -> new ShownTimes(log, onShown));
    }

    /// The fact was appended at that time: from now on the window is watched for it.
    void expect(RecordDelivered record, long seq, long nanos) {
        var value = String.valueOf(record.content().value());
        expected.add(new Expected(seq, record.consumer().isolation(), value, nanos));
    }

    private void pulse() {
        long end = System.nanoTime();
        for (Iterator<Expected> all = expected.iterator(); all.hasNext(); ) {
            var next = all.next();
            if (isShown(next)) {
                all.remove();
                long begun = pulses.stream().skip(recent()).filter(p -> p > next.nanos()).count();
                shown.add(new Shown(next.seq(), (int) begun - 1, end - next.nanos()));
                onShown.run();
            }
        }
    }

    private long recent() {
        return Math.max(0, pulses.size() - 100);
    }

    /// A record that both consumers have is on two shelves.
    private boolean isShown(Expected record) {
        int wanted = record.isolation() == Isolation.READ_UNCOMMITTED ? 1 : 2;
        return window.scene().getRoot().lookupAll(".now-delivered .now-value").stream()
                        .filter(Label.class::isInstance)
                        .filter(node -> ((Label) node).getText().equals(record.value()))
                        .count()
                >= wanted;
    }

    /// What was measured for facts from that one on.
    List<Row> rows(long from) throws Exception {
        return FxThread.call(
                () -> {
                    var counted = shown.stream().filter(s -> s.seq() >= from).toList();
                    var more = Samples.of(counted.stream().map(Shown::more).toList());
                    var nanos = Samples.of(counted.stream().map(Shown::nanos).toList());
                    var interval = interval();
                    return List.of(
                            new Row.Alone("pulse interval", "ms", interval, Row.NO_LIMIT),
                            new Row.Alone(
                                    "fact -> end of the pulse that shows it",
                                    "ms",
                                    nanos.dividedBy(MILLI),
                                    Row.NO_LIMIT),
                            new Row.Alone("the same, pulses more than the first", "", more, 1));
                });
    }

    private Samples interval() {
        double[] between = new double[pulses.size() - 1];
        for (int i = 0; i < between.length; i++) {
            between[i] = (pulses.get(i + 1) - pulses.get(i)) / MILLI;
        }
        return Samples.of(between);
    }

    @Override
    public void close() {
        folder.interrupt();
        Platform.runLater(
                () -> {
                    timer.stop();
                    stage.close();
                });
    }
}
