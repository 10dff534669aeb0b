package dev.txscope.kafka.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The embedded broker's process alone, without the program around it.
public final class BareBroker {
    private static final int NODE = 1;

    private BareBroker() {}

    /// Starts one, waits until it answers, and ends it.
    ///
    /// @return from the start of its process to its answer
    public static Duration startAndEnd() throws IOException, InterruptedException {
        var ports = Ports.free(2);
        var folder = Folders.open(null);
        var quorum = List.of(new NodeConfig.Voter(NODE, ports.getFirst()));
        var node = new NodeConfig(NODE, ports.getLast(), quorum, folder, true);
        var command = BrokerCommand.STANDARD.builder(node);
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        var process = command.start();
        try (var words =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = words.readLine(); ; line = words.readLine()) {
                if (line == null) {
                    throw new IOException("The broker ended: " + process.waitFor());
                }
                if (ChildWord.parse(line) instanceof ChildWord.Ready) {
                    return Duration.ofNanos(System.nanoTime() - start);
                }
            }
        } finally {
            process.getOutputStream().close();
            process.waitFor();
            Folders.remove(folder);
        }
    }
}
