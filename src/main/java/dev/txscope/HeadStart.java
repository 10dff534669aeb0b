package dev.txscope;

import dev.txscope.event.EventLog;
import dev.txscope.kafka.Actors;
import dev.txscope.kafka.KafkaLab;
import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.LabOptions;
import dev.txscope.text.Messages;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.OpeningScene;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// What a window waits for and what needs no JavaFX: begun before the window is complete.
///
/// That is a quiet log and what was chosen last time, at once, and in an installed program the lab,
/// when the first frame is on screen. Without its start-up cache a broker takes the processor from
/// the window, which then comes later and the broker no sooner (measured on two cores).
///
/// Any thread.
final class HeadStart implements AutoCloseable {
    private final EventLog log = new EventLog();
    private final LabOptions options;
    private final FutureTask<Choices> choices;
    private @Nullable KafkaLab lab;
    private boolean closed;

    private HeadStart(LabOptions options, Supplier<Choices> chosen) {
        this.options = options;
        choices = new FutureTask<>(() -> read(chosen));
    }

    /// Begins; returns at once.
    ///
    /// @param chosen reads what was chosen last time
    static HeadStart begin(LabOptions options, Supplier<Choices> chosen) {
        var begun = new HeadStart(options, chosen);
        new Actors((thread, thrown) -> begun.choices.cancel(false)).start("choices", begun.choices);
        return begun;
    }

    /// Also what takes a while and JavaFX's start need not wait for: for `java.util.logging` Java
    /// looks through all jars, and the first scene's words are in one.
    private static Choices read(Supplier<Choices> chosen) {
        KafkaLogging.quiet();
        var choices = chosen.get();
        OpeningScene.readWords(Messages.in(choices.language()));
        return choices;
    }

    /// Begins the lab, in an installed program; returns at once. Not before the first frame, for
    /// which JavaFX needs the processor itself.
    void beginLab() {
        if (KafkaLab.hasStartUpCache()) {
            new Actors().start("lab-start", this::startLab);
        }
    }

    EventLog log() {
        return log;
    }

    /// Waits until they are read.
    Choices choices() throws ExecutionException, InterruptedException {
        return choices.get();
    }

    /// The lab, which starts now where it was not begun before.
    ///
    /// @throws NullPointerException after the end
    KafkaLab lab() {
        startLab();
        return Objects.requireNonNull(lab, "closed");
    }

    private synchronized void startLab() {
        if (lab == null && !closed) {
            lab = new KafkaLab(options, log);
        }
    }

    /// Ends the lab, also one that nobody asked for.
    @Override
    public synchronized void close() {
        if (lab != null && !closed) {
            lab.close();
        }
        closed = true;
    }
}
