package dev.txscope.bench;

import dev.txscope.dist.PackagedProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packaged program, with its start-up caches and without, in turn: cold, as after the start of
/// the machine, and warm. Made by `mvn -Pdist package`.
///
/// How long a start takes alone, not against another, is the machine's too: where that is a virtual
/// one, the row of what its host took from the starts says how much they had of it.
final class ImageBench {
    private static final double LIMIT = 0.6;
    private static final double USABLE_MILLIS = 2500;
    private static final double RESIDENT_MEGABYTES = 500;

    private static final String WITH = "-XX:AOTMode=on";
    private static final String WITHOUT = "-XX:AOTMode=off";
    private static final Path CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final Map<String, List<Double>> with = new HashMap<>();
    private final Map<String, List<Double>> without = new HashMap<>();
    private final List<Double> resident = new ArrayList<>();
    private final List<Double> stolen = new ArrayList<>();
    private final boolean cold;

    private ImageBench(boolean cold) {
        this.cold = cold;
    }

    static List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        if (Files.isWritable(CACHES)) {
            rows.addAll(new ImageBench(true).measure());
        } else {
            System.err.println("No cold starts: that takes the right to drop the page cache.");
        }
        rows.addAll(new ImageBench(false).measure());
        return rows;
    }

    private List<Row> measure() throws Exception {
        for (int i = 0; i < Bench.times("pairs", 9); i++) {
            start(i % 2 == 0 ? WITH : WITHOUT);
            start(i % 2 == 0 ? WITHOUT : WITH);
        }
        String how = cold ? "cold: " : "warm: ";
        var rows = new ArrayList<Row>();
        rows.add(ratio(how + "start -> window shown, against no cache", "SHOWN", LIMIT));
        rows.add(ratio(how + "start -> complete window", "COMPLETE", Row.NO_LIMIT));
        rows.add(ratio(how + "start -> broker usable, Begin allowed", "USABLE", LIMIT));
        rows.add(alone(how + "the same alone", "ms", with.get("USABLE"), USABLE_MILLIS));
        rows.add(alone(how + "taken from it by the host", "ms", stolen, Row.NO_LIMIT));
        rows.add(alone(how + "resident after 10, both", "MB", resident, RESIDENT_MEGABYTES));
        return rows;
    }

    private Row ratio(String name, String word, double limit) {
        var ours = Samples.of(with.get(word));
        return new Row.Ratio(name, "ms", ours, Samples.of(without.get(word)), limit, false);
    }

    private static Row alone(String name, String unit, List<Double> values, double limit) {
        return new Row.Alone(name, unit, Samples.of(values), limit);
    }

    private void start(String mode) throws Exception {
        if (cold) {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(CACHES, "3");
        }
        var times = mode.equals(WITH) ? with : without;
        double stolenBefore = Machine.stolenMillis();
        long start = System.nanoTime();
        var process = command(mode).start();
        try (BufferedReader words = process.inputReader()) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                double millis = (System.nanoTime() - start) / 1e6;
                times.computeIfAbsent(word, _ -> new ArrayList<>()).add(millis);
                if (word.equals("USABLE") && mode.equals(WITH)) {
                    stolen.add(Machine.stolenMillis() - stolenBefore);
                }
                if (word.equals("DONE")) {
                    weigh(process, mode);
                    process.getOutputStream().close();
                }
            }
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("A start ended with %d: %s".formatted(code, mode));
        }
    }

    private void weigh(Process process, String mode) throws IOException, InterruptedException {
        if (mode.equals(WITH)) {
            double all = MemoryBench.residentMegabytes(process.toHandle());
            for (var child : process.descendants().toList()) {
                all += MemoryBench.residentMegabytes(child);
            }
            resident.add(all);
        }
    }

    private static ProcessBuilder command(String mode) {
        var command = new ProcessBuilder(PackagedProgram.built().launcher().toString());
        String options =
                mode
                        + " -Dtxscope.rehearsal=10 -Djava.util.prefs.userRoot="
                        + System.getProperty("java.io.tmpdir");
        if (!Machine.hasDisplay()) {
            command.environment().put("DISPLAY", "none");
            options += " -Dglass.platform=Headless -Dprism.order=sw";
        }
        command.environment().put("JAVA_TOOL_OPTIONS", options);
        command.environment().put("XDG_STATE_HOME", System.getProperty("java.io.tmpdir"));
        return command.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
