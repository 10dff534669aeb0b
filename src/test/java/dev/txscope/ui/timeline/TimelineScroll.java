package dev.txscope.ui.timeline;

import atlantafx.base.theme.PrimerLight;

import dev.txscope.SampleRun;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// How long a pulse of the timeline takes while somebody scrolls and facts come in, by the number
/// of steps that are there, none of them folded. FX thread only.
public final class TimelineScroll {
    private static final int PULSES = 120;
    private static final int WARM_UP = 60;

    /// Processor time of the FX thread: what else the machine does is not counted.
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final SampleRun run;
    private final History history;
    private final TimelineSlice slice =
            new TimelineSlice(new ViewContext(new Texts(Language.ENGLISH)));
    private final ListView<?> list;
    private int pulse;

    /// @param steps about how many steps there are at first
    public TimelineScroll(int steps) {
        run = PreviewRuns.many(steps / 9);
        history = new History(run.log());
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var scene = new Scene(slice.view(), 1650, 800);
        for (String css :
                List.of("/dev/txscope/ui/tokens.css", Icons.STYLESHEET, TimelineSlice.STYLESHEET)) {
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(TimelineScroll.class.getResource(css))
                                    .toExternalForm());
        }
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        slice.presenter().stay();
        slice.show(history.catchUp());
        list = (ListView<?>) Objects.requireNonNull(slice.view().lookup(".steps"));
    }

    /// How many steps there are.
    public int steps() {
        return slice.presenter().model().frame().timeline().steps().size();
    }

    /// Scrolls on by a few rows, shows a frame with new facts, and lays everything out.
    ///
    /// @return nanoseconds of processor time
    public long pulse() {
        if (++pulse % 20 == 0) {
            run.commit().begin().send("order-" + pulse);
        } else {
            run.send("order-" + pulse);
        }
        Frame frame = history.catchUp();
        int place = (int) ((long) pulse * 7919 % Math.max(1, list.getItems().size() - 50));
        long start = CPU.getCurrentThreadCpuTime();
        slice.show(frame);
        list.scrollTo(pulse % 4 == 0 ? place : Math.max(0, place + pulse % 4));
        slice.view().applyCss();
        slice.view().layout();
        return CPU.getCurrentThreadCpuTime() - start;
    }

    /// Prints a table of steps, median and p99 of a pulse, and their ratio.
    public static void main(String[] args) throws Exception {
        FxThread.start();
        var few = FxThread.call(() -> new TimelineScroll(1_000));
        var many = FxThread.call(() -> new TimelineScroll(100_000));
        var nanos = FxThread.call(() -> measure(few, many));
        System.out.printf("%10s %12s %12s%n", "steps", "median ms", "p99 ms");
        row(few.steps(), nanos[0]);
        row(many.steps(), nanos[1]);
        System.out.printf("ratio of medians %.2f%n", median(nanos[1]) / median(nanos[0]));
        System.exit(0);
    }

    private static long[][] measure(TimelineScroll few, TimelineScroll many) {
        var nanos = new long[2][PULSES];
        for (int i = -WARM_UP; i < PULSES; i++) {
            long one = few.pulse();
            long other = many.pulse();
            if (i >= 0) {
                nanos[0][i] = one;
                nanos[1][i] = other;
            }
        }
        return nanos;
    }

    private static void row(int steps, long[] nanos) {
        System.out.printf("%10d %12.2f %12.2f%n", steps, median(nanos), at(nanos, 0.99));
    }

    private static double median(long[] nanos) {
        return at(nanos, 0.5);
    }

    private static double at(long[] nanos, double part) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }
}
