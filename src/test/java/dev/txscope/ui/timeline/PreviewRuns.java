package dev.txscope.ui.timeline;

import dev.txscope.SampleRun;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.Source;

import java.time.Duration;
import java.util.List;

/// Runs to look at.
final class PreviewRuns {
    private static final Source SESSION = new Source(Source.Kind.SESSION, "lab");
    private static final Source PRODUCER = new Source(Source.Kind.PRODUCER, "producer A");

    private PreviewRuns() {}

    static SampleRun of(List<String> wish) {
        if (wish.contains("empty")) {
            return new SampleRun();
        }
        if (wish.contains("failures")) {
            return failures();
        }
        if (wish.contains("odd")) {
            return odd();
        }
        return wish.contains("large") ? many(300) : SampleRun.ofThePicture();
    }

    static SampleRun many(int transactions) {
        SampleRun run = new SampleRun().ready().init();
        for (int i = 0; i < transactions; i++) {
            run.begin().send("order-" + i);
            if (i % 7 == 3) {
                run.abort();
            } else {
                run.commit();
            }
        }
        return run.begin().send("order-last");
    }

    private static SampleRun odd() {
        return new SampleRun()
                .ready()
                .init()
                .begin()
                .send("")
                .send("שלום עולם")
                .send("a\tb\nc")
                .send("x".repeat(2000))
                .commit();
    }

    private static SampleRun failures() {
        SampleRun run = new SampleRun().ready().init().begin().send("order-1");
        var fenced =
                new Failure(
                        "ProducerFencedException",
                        "There is a newer producer with the same transactionalId which fences the"
                                + " current one.",
                        Failure.Severity.FATAL);
        run.after(900)
                .fact(
                        PRODUCER,
                        new CallFailed(
                                "A",
                                90,
                                new ProducerCall.CommitTransaction(),
                                Duration.ofMillis(4),
                                fenced));
        var illegal =
                new Failure(
                        "IllegalStateException",
                        "TransactionalId txscope-A: Invalid transition",
                        Failure.Severity.REFUSED);
        run.after(700)
                .fact(
                        PRODUCER,
                        new CallFailed(
                                "A",
                                91,
                                new ProducerCall.BeginTransaction(),
                                Duration.ofMillis(1),
                                illegal));
        run.after(10).fact(SESSION, new ClockStepped(Duration.ofSeconds(-90)));
        run.after(10)
                .fact(
                        SESSION,
                        new LabFailed(
                                "coordinator-probe",
                                new Failure(
                                        "TimeoutException",
                                        "Timed out waiting for a node assignment.",
                                        Failure.Severity.TRANSIENT)));
        return run.after(2000)
                .fact(
                        SESSION,
                        new BrokerDied(BrokerProblem.KILLED, "exit 137", List.of("last line"), ""));
    }
}
