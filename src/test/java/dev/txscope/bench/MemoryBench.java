package dev.txscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// What program and broker take together when nothing happens, after ten transactions.
final class MemoryBench {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final double MEGA = 1024;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*([0-9]+) kB");
    private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

    private MemoryBench() {}

    static List<Row> run() throws Exception {
        try (var child = Child.start("idle")) {
            child.await("DONE");
            LockSupport.parkNanos(IDLE_NANOS);
            var program = child.handle();
            var broker = program.children().findFirst().orElseThrow();
            double ours = residentMegabytes(program);
            double theirs = residentMegabytes(broker);
            return List.of(
                    row("resident, idle after 10 transactions, both", ours + theirs),
                    row("  the program", ours),
                    row("  the broker", theirs),
                    row("heap in use after a collection, the program", heapMegabytes(program)),
                    row("heap in use after a collection, the broker", heapMegabytes(broker)));
        }
    }

    private static Row row(String name, double megabytes) {
        return new Row.Alone(name, "MB", Samples.of(new double[] {megabytes}), Row.NO_LIMIT);
    }

    static double residentMegabytes(ProcessHandle process)
            throws IOException, InterruptedException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.exists(status)) {
            var found = RESIDENT.matcher(Files.readString(status));
            return found.find() ? Long.parseLong(found.group(1)) / MEGA : Double.NaN;
        }
        String pid = String.valueOf(process.pid());
        return Long.parseLong(said("ps", "-o", "rss=", "-p", pid).strip()) / MEGA;
    }

    private static double heapMegabytes(ProcessHandle process)
            throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = String.valueOf(process.pid());
        said(tool, pid, "GC.run");
        String heap = said(tool, pid, "GC.heap_info").split("Metaspace", 2)[0];
        return USED.matcher(heap).results().mapToLong(r -> Long.parseLong(r.group(1))).sum() / MEGA;
    }

    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
