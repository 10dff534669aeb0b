package dev.txscope.bench;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;

import java.util.List;

/// What a fact costs that is folded onto many, against one that is folded onto few.
final class FoldBench {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int FACTS = 500;
    private static final int WARM_UP = 200;
    private static final double MICRO = 1e3;

    private FoldBench() {}

    static List<Row> run() {
        var run = new SampleRun().ready().init();
        for (int i = 0; run.log().size() < MANY + FACTS; i++) {
            run.begin().send("order-" + i).commit();
        }
        var history = new History(run.log());
        var few = new Fold(history.at(FEW), facts(run, FEW));
        var many = new Fold(history.at(MANY), facts(run, MANY));
        int count = Bench.times("folds", 200);
        double[] fewTimes = new double[count];
        double[] manyTimes = new double[count];
        for (int i = -WARM_UP; i < count; i++) {
            double one = few.microsPerFact();
            double other = many.microsPerFact();
            if (i >= 0) {
                fewTimes[i] = one;
                manyTimes[i] = other;
            }
        }
        return List.of(
                new Row.Ratio(
                        "folding a fact onto 100,000 against 1,000",
                        "us",
                        Samples.of(manyTimes),
                        Samples.of(fewTimes),
                        Row.NO_LIMIT,
                        false));
    }

    private static List<Envelope> facts(SampleRun run, int from) {
        return run.log().from(from).subList(0, FACTS);
    }

    /// @param onto frames are immutable: the same facts can be folded onto it again and again
    private record Fold(Frame onto, List<Envelope> facts) {
        double microsPerFact() {
            long start = System.nanoTime();
            Frame frame = onto;
            for (var fact : facts) {
                frame = frame.plus(fact);
            }
            double took = System.nanoTime() - start;
            if (frame.size() != onto.size() + facts.size()) {
                throw new IllegalStateException("Folded " + frame.size());
            }
            return took / MICRO / facts.size();
        }
    }
}
