package dev.txscope.bench;

import dev.txscope.dist.PackagedProgram;
import dev.txscope.kafka.KafkaLogging;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures TxScope against the same without TxScope, in one run, and prints one table.
///
/// What is compared runs at the same time or in turn, so that whatever else the machine does hits
/// both alike. Properties: `txscope.bench` chooses parts, `txscope.bench.strict` makes a limit that
/// is missed an exit code of 1, `txscope.bench.transactions` and `txscope.bench.pairs` say how
/// much.
public final class Bench {
    /// A part of the benchmark.
    interface Part {
        List<Row> run() throws Exception;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("latency", LatencyBench::alone);
        PARTS.put("window", LatencyBench::withWindow);
        PARTS.put("start", StartBench::run);
        PARTS.put("scroll", ScrollBench::run);
        PARTS.put("services", ServicesBench::run);
        PARTS.put("fold", FoldBench::run);
        PARTS.put("memory", MemoryBench::run);
        if (Files.exists(PackagedProgram.built().launcher())) {
            PARTS.put("image", ImageBench::run);
        }
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        KafkaLogging.quiet();
        var rows = new ArrayList<Row>();
        boolean broken = false;
        for (String name : chosen()) {
            System.err.println("Measuring: " + name);
            try {
                rows.addAll(PARTS.get(name).run());
            } catch (Exception e) {
                broken = true;
                tell(Thread.currentThread(), e);
            }
        }
        print(rows);
        boolean missed = rows.stream().anyMatch(row -> !row.ok());
        boolean strict = Boolean.getBoolean("txscope.bench.strict");
        System.exit(broken || (missed && strict) ? 1 : 0);
    }

    /// What a thread threw, as the JDK tells it; the other parts are measured all the same.
    static void tell(Thread thread, Throwable thrown) {
        thread.getThreadGroup().uncaughtException(thread, thrown);
    }

    private static List<String> chosen() {
        String wish = System.getProperty("txscope.bench", "").strip();
        var names = wish.isEmpty() ? List.copyOf(PARTS.keySet()) : List.of(wish.split("\\s*,\\s*"));
        if (!PARTS.keySet().containsAll(names)) {
            throw new IllegalArgumentException(names + ": choose from " + PARTS.keySet());
        }
        return names;
    }

    private static void print(List<Row> rows) {
        System.out.println();
        System.out.println(Machine.describe());
        System.out.println();
        System.out.println(Row.head());
        System.out.println(Row.secondHead());
        rows.forEach(row -> System.out.println(row.line()));
        long missed = rows.stream().filter(row -> !row.ok()).count();
        System.out.printf(Locale.ROOT, "%n%d of %d over their limit%n", missed, rows.size());
    }

    /// How often something is done, as a property may say.
    static int times(String property, int usual) {
        return Integer.getInteger("txscope.bench." + property, usual);
    }
}
