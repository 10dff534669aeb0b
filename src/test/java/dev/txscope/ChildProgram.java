package dev.txscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, as a person or a script starts it.
final class ChildProgram {
    private static final long LIMIT_SECONDS = 180;

    private ChildProgram() {}

    /// What a process said and how it ended.
    record Ended(int exitCode, String out, String err) {}

    /// A `serve` that is ready.
    record Served(Process process, BufferedReader out, Path err, List<JsonNode> ready) {
        String broker() {
            return ready.get(0).get("address").asText();
        }

        String topic() {
            return ready.get(1).get("name").asText();
        }

        /// @param number 1 or 2
        String service(int number) {
            return ready.get(number + 1).get("address").asText();
        }

        int port(int number) {
            String address = service(number);
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }

        /// All processes that belong to it.
        List<ProcessHandle> all() {
            var all = new ArrayList<>(process.descendants().toList());
            all.add(process.toHandle());
            return all;
        }

        /// Waits until no process of it is there any more.
        static void awaitNone(List<ProcessHandle> processes) throws Exception {
            for (ProcessHandle handle : processes) {
                handle.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        }

        /// Ends it by SIGTERM.
        int end() throws Exception {
            var processes = all();
            process.destroy();
            awaitNone(processes);
            return process.waitFor();
        }
    }

    static List<String> command(Path temporary, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(
                List.of(
                        "--add-modules=javafx.controls",
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=en",
                        "-Duser.home=" + Path.of("target", "home").toAbsolutePath(),
                        "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Launcher.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs it to its end.
    static Ended run(Path temporary, String... arguments) throws Exception {
        return begin(temporary, arguments).end();
    }

    /// A run that goes on.
    record Begun(Process process, Path out, Path err) {
        Ended end() throws Exception {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    static Begun begin(Path temporary, String... arguments) throws IOException {
        Path out = Files.createTempFile(temporary, "run", ".out");
        Path err = Files.createTempFile(temporary, "run", ".err");
        var builder = new ProcessBuilder(command(temporary, arguments));
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Begun(builder.start(), out, err);
    }

    /// Starts `serve` on free ports and waits until all four things are ready.
    static Served serve(Path temporary, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--json", "--lang", "en"));
        arguments.addAll(List.of("--port", "0", "--second-port", "0"));
        arguments.addAll(List.of(more));
        Path err = Files.createTempFile(temporary, "serve", ".err");
        var builder = new ProcessBuilder(command(temporary, arguments.toArray(String[]::new)));
        var process = builder.redirectError(err.toFile()).start();
        var out = process.inputReader(StandardCharsets.UTF_8);
        return new Served(process, out, err, ready(out, err, 4));
    }

    /// The first lines that tell what is ready.
    static List<JsonNode> ready(BufferedReader out, Path err, int count) throws IOException {
        var json = new ObjectMapper();
        var ready = new ArrayList<JsonNode>();
        while (ready.size() < count) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException(ready + " and no more: " + Files.readString(err));
            }
            ready.add(json.readTree(line));
        }
        return ready;
    }
}
