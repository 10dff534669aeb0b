package dev.txscope.dist;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A display of its own with a window manager, whose keys are pressed for real.
final class Desk implements AutoCloseable {
    /// What it takes.
    static final String[] COMMANDS = {"Xvfb", "openbox", "xdotool", "xprop", "import"};

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final List<Process> processes = new ArrayList<>();
    private final String display;

    private Desk(Path folder) throws IOException {
        var xvfb =
                begin("Xvfb", "-displayfd", "1", "-ac", "-nolisten", "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        processes.add(xvfb);
        display = ":" + xvfb.inputReader().readLine();
        var manager = begin("openbox").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        manager.redirectError(ProcessBuilder.Redirect.DISCARD);
        manager.environment().putAll(Map.of("DISPLAY", display, "HOME", folder.toString()));
        processes.add(manager.start());
    }

    private static ProcessBuilder begin(String name, String... arguments) {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        if (name.equals("Xvfb")) {
            command.addAll(List.of("-screen", "0", "1600x1000x24"));
        }
        return new ProcessBuilder(command);
    }

    /// @param folder where its window manager may write
    static Desk open(Path folder) throws IOException {
        var desk = new Desk(folder);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> desk.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").contains("#"));
        return desk;
    }

    String display() {
        return display;
    }

    /// Waits for the process's complete window: its title says more than the program's name.
    String window(Process owner) {
        String pid = String.valueOf(owner.pid());
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> {
                            if (!owner.isAlive()) {
                                throw new IllegalStateException("ended: " + owner.exitValue());
                            }
                            return ask(
                                    "xdotool",
                                    "search",
                                    "--all",
                                    "--onlyvisible",
                                    "--pid",
                                    pid,
                                    "--name",
                                    "^TxScope .");
                        },
                        id -> id.matches("\\d+"));
    }

    String title(String window) throws IOException, InterruptedException {
        return ask("xdotool", "getwindowname", window);
    }

    /// The class by which a desktop finds the entry that belongs to the window.
    String windowClass(String window) throws IOException, InterruptedException {
        String said = ask("xprop", "-id", window, "WM_CLASS");
        return said.replaceFirst(".*\"([^\"]*)\"$", "$1");
    }

    /// Gives the window the keyboard and presses keys, in X's names.
    void press(String window, String... keys) throws IOException, InterruptedException {
        ask("xdotool", "windowactivate", "--sync", window);
        for (String key : keys) {
            ask("xdotool", "key", key);
        }
    }

    /// The whole screen, without the time, which would make each picture another.
    void picture(Path file) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("import", "-window", "root", "+set", "date:create"));
        words.addAll(List.of("-define", "png:exclude-chunks=date,tIME", file.toString()));
        ask(words.toArray(String[]::new));
    }

    /// As [#picture], once two in a row are alike: what a foreign client saw first is drawn then.
    void stillPicture(Path file) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> {
                            picture(file);
                            byte[] first = Files.readAllBytes(file);
                            picture(file);
                            return Arrays.equals(first, Files.readAllBytes(file));
                        });
    }

    private String ask(String... command) throws IOException, InterruptedException {
        return Commands.run(Map.of("DISPLAY", display), List.of(command)).said().strip();
    }

    @Override
    public void close() {
        processes.reversed().forEach(Process::destroy);
    }
}
