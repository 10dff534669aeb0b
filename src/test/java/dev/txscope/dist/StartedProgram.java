package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The installed program in a person's hands: its window is driven by keys, what it does is seen by
/// a foreign client.
final class StartedProgram {
    private static final long LIMIT_SECONDS = 120;

    /// A key that was not yet allowed is pressed again after so long.
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private static final int TRIES = 20;

    private final Desk desk;
    private final Process process;
    private final Path folder;
    private final ForeignClient client;
    private String window = "";

    private StartedProgram(Desk desk, Process process, Path folder, ForeignClient client) {
        this.desk = desk;
        this.process = process;
        this.folder = folder;
        this.client = client;
    }

    /// @param folder a new folder is made there, in which it works
    /// @param environment variables beside the display's
    static StartedProgram start(
            Desk desk, Person person, Path folder, Path launcher, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "work");
        person.own(work);
        int port = freePort();
        var all = new HashMap<>(environment);
        all.put("DISPLAY", desk.display());
        var command = List.of(launcher.toString(), "--broker-port", String.valueOf(port));
        var process = person.start(work, all, command);
        return new StartedProgram(desk, process, work, new ForeignClient(port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Process process() {
        return process;
    }

    ForeignClient client() {
        return client;
    }

    /// Waits for its complete window, and returns the title.
    String awaitTitle() throws IOException, InterruptedException {
        window = desk.window(process);
        return desk.title(window);
    }

    String windowClass() throws IOException, InterruptedException {
        return desk.windowClass(window);
    }

    void press(String... keys) throws IOException, InterruptedException {
        desk.press(window, keys);
    }

    /// Begin, Send, Commit, Begin, Send, Abort, each seen by the foreign client.
    void walk() throws Exception {
        press(() -> !client.all().isEmpty(), "b", "s");
        press(() -> client.committed().equals(client.all()), "c");
        int sent = client.all().size();
        press(() -> client.all().size() > sent, "b", "s");
        int before = client.end();
        press(() -> client.end() > before, "a");
        var all = client.all();
        var committed = client.committed();
        assertTrue(!committed.isEmpty() && committed.size() < all.size(), all + " " + committed);
        assertEquals(all.subList(0, committed.size()), committed);
        assertEquals(all.size() + 2, client.end()); // Two markers.
    }

    private void press(Callable<Boolean> seen, String... keys) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            press(keys);
            try {
                Awaitility.await().pollDelay(Duration.ZERO).atMost(AGAIN).until(seen);
                return;
            } catch (ConditionTimeoutException _) {
                // The window did not take it yet.
            }
        }
        desk.picture(Path.of("target/window-failed.png"));
        throw new AssertionError(List.of(keys) + " without effect: " + said());
    }

    /// Closes the window as a person does, sees the program end well and nothing of it be left.
    void close() throws Exception {
        var broker = process.descendants().toList();
        press("alt+F4");
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), this::said);
        assertEquals(0, process.exitValue(), this::said);
        for (var each : broker) {
            each.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), entries());
    }

    /// What is in its working folder.
    List<String> entries() throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.map(Path::toString).toList());
        }
    }

    /// What it said on its standard outputs.
    String said() {
        try {
            return Files.readString(Path.of(folder + ".said.txt"));
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
