package dev.txscope.cli;

import dev.txscope.event.EventLog;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.text.Messages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// The demo: walks on a broker of its own, shown while it happens and judged at the end.
final class Demo {
    /// So that each click of the picture's run stands apart, as a person's would.
    private static final Duration PAUSE = Duration.ofMillis(700);

    /// So that the picture shows time running.
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Console console;
    private final Messages messages;
    private final Program program;
    private final Request.Demo request;

    Demo(Console console, Program program, Request.Demo request) {
        this.console = console;
        this.program = program;
        this.request = request;
        messages = Messages.in(request.language());
    }

    /// Walks, and paints the picture if one is asked for.
    ///
    /// @return the exit code
    int run(List<WalkStep> walk) throws InterruptedException {
        console.print(messages.get("cli.demo.title"));
        var log = new EventLog();
        boolean right = walk(walk, Duration.ZERO, log, () -> true);
        var picture = request.picture();
        if (right && picture != null) {
            console.print("");
            console.print(messages.get("cli.demo.picture"));
            var second = new EventLog();
            right = walk(Walks.picture(), PAUSE, second, () -> paint(second, picture));
        }
        return right ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    /// What is done while the lab still stands.
    private interface Finish {
        boolean done() throws InterruptedException;
    }

    private boolean walk(List<WalkStep> walk, Duration pause, EventLog log, Finish finish)
            throws InterruptedException {
        var printer = new TimelinePrinter(console, messages, request.details());
        printer.header();
        var follower = new Follower(log, printer::show);
        try (var lab = program.startLab(request.port(), log)) {
            var run = new WalkRun(program, lab, follower, () -> printer.showAll(follower.frame()));
            List<WalkResult> results = run.run(walk, pause);
            if (!pause.isZero()) {
                follower.until(() -> false, LOOK);
            }
            printer.showOpen(follower.frame(), log.elapsed());
            return judge(walk, results, log) && finish.done();
        }
    }

    private boolean judge(List<WalkStep> walk, List<WalkResult> results, EventLog log) {
        console.print("");
        new ResultTable(console, messages).print(results);
        console.print("");
        log.from(0).forEach(e -> tail(e.event()));
        long right = results.stream().filter(WalkResult::asExpected).count();
        int all = walk.size();
        boolean good = right == all;
        String verdict = messages.get("cli.verdict." + (good ? "good" : "bad"), right, all);
        Ink ink = good ? Ink.COMMIT_MARKER : Ink.FAILED;
        console.print(console.colour() ? ink.on(verdict) : verdict);
        return good;
    }

    /// The end of the log of a broker that did not live.
    private void tail(dev.txscope.event.TxEvent event) {
        if (event instanceof SessionEvent s) {
            List<String> lines =
                    switch (s) {
                        case BrokerFailed f -> f.logTail();
                        case BrokerDied d -> d.logTail();
                        case SessionEvent.BrokerStarting _,
                                SessionEvent.BrokerReady _,
                                SessionEvent.TopicReady _,
                                SessionEvent.SettingsChosen _,
                                SessionEvent.LabFailed _,
                                SessionEvent.ViewRefused _,
                                SessionEvent.ProgramFaulted _,
                                SessionEvent.FolderRefused _,
                                SessionEvent.ServiceStarted _,
                                SessionEvent.ServiceFailed _,
                                SessionEvent.ServiceStopped _,
                                SessionEvent.ClockStepped _ ->
                                List.of();
                    };
            lines.forEach(console::printError);
        }
    }

    private boolean paint(EventLog log, Request.Picture picture) throws InterruptedException {
        Pixels pixels = program.paint(log, picture);
        try (var out = new BufferedOutputStream(Files.newOutputStream(picture.file()))) {
            Png.write(pixels, out);
        } catch (IOException e) {
            console.printError(
                    messages.get("cli.picture.failed", picture.file().toString(), e.toString()));
            return false;
        }
        console.print(
                messages.get(
                        "cli.picture.written",
                        picture.file().toString(),
                        String.valueOf(pixels.width()),
                        String.valueOf(pixels.height())));
        return true;
    }
}
