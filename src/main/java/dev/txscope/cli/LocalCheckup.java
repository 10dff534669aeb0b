package dev.txscope.cli;

import dev.txscope.cli.ServiceClient.Answer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks at this machine for what keeps the program from starting.
final class LocalCheckup {
    /// What the program, its broker and the window take, with some air.
    private static final long NEEDED_MEGABYTES = 700;

    private static final int OLDEST_JAVA = 25;
    private static final int ANSWER_SECONDS = 5;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Program program;
    private final Request.Doctor request;

    LocalCheckup(Program program, Request.Doctor request) {
        this.program = program;
        this.request = request;
    }

    List<Remark> remarks() throws InterruptedException {
        var remarks = new ArrayList<Remark>();
        remarks.add(java());
        remarks.add(memory());
        remarks.add(program.hasDisplay() ? Remark.well("display") : Remark.problem("nodisplay"));
        var services = request.services();
        for (int port : new int[] {services.port(), services.secondPort(), request.brokerPort()}) {
            if (port != 0) { // A free one will be taken.
                remarks.add(port(port));
            }
        }
        return remarks;
    }

    private static Remark java() {
        String version = Runtime.version().toString();
        String vendor = System.getProperty("java.vendor", "");
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Remark.well("java", version, vendor)
                : Remark.problem("oldjava", version, vendor);
    }

    private static Remark memory() {
        long free = freeMegabytes();
        return free < NEEDED_MEGABYTES
                ? Remark.problem("nomemory", free, NEEDED_MEGABYTES)
                : Remark.well("memory", free);
    }

    /// What a new program can have: on Linux more than what nobody uses, since caches give way.
    private static long freeMegabytes() {
        try {
            for (String line :
                    Files.exists(MEMORY) ? Files.readAllLines(MEMORY) : List.<String>of()) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException _) {
            // Asked otherwise below.
        }
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getFreeMemorySize() >> 20
                : Long.MAX_VALUE;
    }

    private static Remark port(int port) throws InterruptedException {
        String number = String.valueOf(port);
        if (isFree(port)) {
            return Remark.well("port", number);
        }
        return isLabService(port)
                ? Remark.note("port.lab", number, PortOwner.question(port))
                : Remark.problem("port.taken", number, PortOwner.question(port));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether who has the port answers as a service of the lab does.
    private static boolean isLabService(int port) throws InterruptedException {
        try (var http = ServiceClient.http()) {
            var asked = new ServiceClient(http, URI.create("http://127.0.0.1:" + port));
            try {
                Answer answer = asked.get("/health").get(ANSWER_SECONDS, TimeUnit.SECONDS);
                return answer.status() == 200 && answer.body().strip().equals("OK");
            } catch (ExecutionException | TimeoutException _) {
                return false; // It speaks something else, or nothing.
            } finally {
                http.shutdownNow();
            }
        }
    }
}
