package dev.txscope.dist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What kcat, which knows nothing of TxScope, sees of the topic at a broker on this port.
record ForeignClient(int port) {
    private static final String TOPIC = "orders";

    /// The offsets of the records that a new consumer gets; none while there is no topic.
    List<String> read(String isolation) throws IOException, InterruptedException {
        return ask(
                "-C",
                "-e",
                "-q",
                "-t",
                TOPIC,
                "-p",
                "0",
                "-o",
                "beginning",
                "-f",
                "%o\\n",
                "-X",
                "fetch.wait.max.ms=10",
                "-X",
                "isolation.level=" + isolation);
    }

    List<String> all() throws IOException, InterruptedException {
        return read("read_uncommitted");
    }

    List<String> committed() throws IOException, InterruptedException {
        return read("read_committed");
    }

    /// The offset after the last record or marker that a consumer may see; 0 while there is no
    /// topic.
    int end() throws IOException, InterruptedException {
        var said = ask("-Q", "-t", TOPIC + ":0:-1");
        String last = said.isEmpty() ? "0" : said.getLast();
        return Integer.parseInt(last.substring(last.lastIndexOf(' ') + 1));
    }

    private List<String> ask(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("timeout", "20", "kcat", "-b", "127.0.0.1:" + port));
        command.addAll(List.of(arguments));
        var ended = Commands.run(Map.of(), command);
        return ended.code() == 0 ? ended.lines().toList() : List.of();
    }
}
