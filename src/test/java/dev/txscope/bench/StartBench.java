package dev.txscope.bench;

import dev.txscope.kafka.broker.BareBroker;

import java.util.ArrayList;
import java.util.List;

/// From nothing to a window and to a broker, in processes of their own that are started in turn.
final class StartBench {
    private static final double WINDOW_LIMIT = 1.5;
    private static final double BROKER_LIMIT = 1.3;
    private static final double MILLI = 1e6;

    private final List<Double> window = new ArrayList<>();
    private final List<Double> complete = new ArrayList<>();
    private final List<Double> emptyWindow = new ArrayList<>();
    private final List<Double> broker = new ArrayList<>();
    private final List<Double> bareBroker = new ArrayList<>();
    private final List<Double> usable = new ArrayList<>();

    static List<Row> run() throws Exception {
        var warmUp = new StartBench();
        warmUp.round(true);
        var bench = new StartBench();
        for (int i = 0; i < Bench.times("pairs", 9); i++) {
            bench.round(i % 2 == 0);
        }
        return bench.rows();
    }

    /// One of each, in that order or in the other.
    private void round(boolean oursFirst) throws Exception {
        if (oursFirst) {
            program();
        }
        try (var child = Child.start("empty")) {
            emptyWindow.add(child.millisTo("SHOWN"));
        }
        bareBroker.add(BareBroker.startAndEnd().toNanos() / MILLI);
        if (!oursFirst) {
            program();
        }
    }

    private void program() throws Exception {
        try (var child = Child.start("program")) {
            window.add(child.millisTo("SHOWN"));
            complete.add(child.millisTo("SHOWN"));
            broker.add(Long.parseLong(child.await("BROKER")) / MILLI);
            usable.add(child.millis());
        }
    }

    private List<Row> rows() {
        return List.of(
                ratio(
                        "process start -> first pulse, against an empty window",
                        window,
                        emptyWindow,
                        WINDOW_LIMIT),
                new Row.Alone(
                        "process start -> first pulse of the complete window",
                        "ms",
                        Samples.of(complete),
                        Row.NO_LIMIT),
                ratio(
                        "broker's process start -> ready, against it alone",
                        broker,
                        bareBroker,
                        BROKER_LIMIT),
                new Row.Alone(
                        "program's process start -> broker ready",
                        "ms",
                        Samples.of(usable),
                        Row.NO_LIMIT));
    }

    private static Row ratio(String name, List<Double> ours, List<Double> bare, double limit) {
        return new Row.Ratio(name, "ms", Samples.of(ours), Samples.of(bare), limit, false);
    }
}
