package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;
import dev.txscope.kafka.Actors;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Kafka broker of our own, in a process that ends when this program ends.
///
/// Any thread may call any method. What becomes of a start is told to the [BrokerListener]. After
/// it failed or died it can be started again, at the same port and with the same data.
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;

    /// So many starts, each with other ports, before it is told that one was taken.
    private static final int TRIES = 5;

    private final BrokerOptions options;
    private final Actors actors;
    private final BrokerListener listener;
    private final BrokerCommand command;
    private final PortChoice ports;
    private final Thread hook;

    private @Nullable Path folder;
    private @Nullable ChildProcess child;
    private int port;
    private boolean running;
    private boolean closed;

    /// Names different free ports.
    interface PortChoice {
        List<Integer> free(int count) throws IOException;
    }

    /// Makes a broker that waits for its [#start].
    public EmbeddedBroker(BrokerOptions options, Actors actors, BrokerListener listener) {
        this(options, actors, listener, BrokerCommand.STANDARD, Ports::free);
    }

    EmbeddedBroker(
            BrokerOptions options,
            Actors actors,
            BrokerListener listener,
            BrokerCommand command,
            PortChoice ports) {
        this.options = options;
        this.actors = actors;
        this.listener = listener;
        this.command = command;
        this.ports = ports;
        port = options.port();
        hook = actors.unstarted("broker-end", this::close);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Whether it starts from a cache of classes that were loaded before (JEP 514).
    public static boolean hasStartUpCache() {
        return !BrokerCommand.aot().isEmpty();
    }

    /// Starts the broker's process and returns at once. Does nothing while one is starting or
    /// running, and after a close.
    public synchronized void start() {
        if (!running && !closed) {
            running = true;
            actors.start("broker", this::live);
        }
    }

    /// Where the data is, or null before the first start.
    public synchronized @Nullable Path folder() {
        return folder;
    }

    /// Whether the folder outlives the program.
    public boolean keepsData() {
        return options.data() != null;
    }

    /// The newest lines of the broker's log, oldest first.
    public synchronized List<String> logTail() {
        return child == null ? List.of() : child.logTail();
    }

    /// Ends the broker, by force after a few seconds, and removes its folder unless it is kept.
    @Override
    public void close() {
        ChildProcess last;
        synchronized (this) {
            closed = true;
            last = child;
        }
        try {
            if (last != null) {
                last.end(command.endLimit());
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException _) {
            // The program ends and this is the hook, or comes at the same time.
        }
        removeFreshFolder();
    }

    synchronized @Nullable ChildProcess child() {
        return child;
    }

    private void live() {
        try {
            long start = System.nanoTime();
            var mine = spawn();
            for (int tries = 1; mine != null; tries++) {
                var life = new BrokerLife(mine, command.startLimit(), p -> ready(p, start));
                var end = life.follow();
                if (end.wasReady() || tries == TRIES || !lostOurChoice(end.why())) {
                    over(end, mine.logTail());
                    return;
                }
                mine = spawn();
            }
        } catch (IOException e) {
            over(new BrokerLife.End(false, ExitReading.ofStart(e)), List.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable ChildProcess spawn() throws IOException {
        if (closed) {
            return null;
        }
        if (folder == null) {
            folder = Folders.open(options.data());
        }
        var free = ports.free(2);
        var quorum = List.of(new NodeConfig.Voter(NODE, free.getFirst()));
        int clients = port == 0 ? free.getLast() : port;
        var node = new NodeConfig(NODE, clients, quorum, folder, !keepsData());
        child = ChildProcess.start(command.builder(node), actors);
        return child;
    }

    /// Whether a port was taken that nobody asked for: it was free when it was chosen, and until
    /// Kafka listens on it the system may give it to any connection.
    private synchronized boolean lostOurChoice(ChildWord.Failed why) {
        return why.problem() == BrokerProblem.PORT_TAKEN
                && (port == 0 || !why.detail().endsWith(":" + port));
    }

    private void ready(int boundPort, long start) {
        synchronized (this) {
            port = boundPort; // From now on clients know it: the next start takes the same.
            if (closed) {
                return;
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        listener.ready(NodeConfig.HOST + ":" + boundPort, took);
    }

    private void over(BrokerLife.End end, List<String> logTail) {
        synchronized (this) {
            running = false;
            if (closed) {
                return;
            }
        }
        var why = end.why();
        if (end.wasReady()) {
            listener.died(why.problem(), why.detail(), logTail);
        } else {
            listener.failed(why.problem(), why.detail(), logTail);
        }
    }

    private void removeFreshFolder() {
        Path last = folder();
        if (last != null && !keepsData()) {
            Folders.remove(last);
        }
    }
}
