package dev.txscope.bench;

import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.timeline.TimelineScroll;

import java.util.List;

/// A pulse of the timeline with many steps against one with few.
final class ScrollBench {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 60;
    private static final double LIMIT = 1.5;
    private static final double MILLI = 1e6;

    private ScrollBench() {}

    static List<Row> run() throws Exception {
        var few = FxThread.call(() -> new TimelineScroll(FEW));
        var many = FxThread.call(() -> new TimelineScroll(MANY));
        int count = Bench.times("pulses", 300);
        double[] fewTimes = new double[count];
        double[] manyTimes = new double[count];
        for (int i = -WARM_UP; i < count; i++) {
            double one = FxThread.call(few::pulse) / MILLI;
            double other = FxThread.call(many::pulse) / MILLI;
            if (i >= 0) {
                fewTimes[i] = one;
                manyTimes[i] = other;
            }
        }
        return List.of(
                new Row.Ratio(
                        "pulse while scrolling, %,d against %,d steps"
                                .formatted(FxThread.call(many::steps), FxThread.call(few::steps)),
                        "ms",
                        Samples.of(manyTimes),
                        Samples.of(fewTimes),
                        LIMIT,
                        false));
    }
}
