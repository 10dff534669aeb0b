package dev.txscope.kafka.broker;

import dev.txscope.kafka.Actors;

import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The process of one broker. It ends when its standard input ends: when its parent has gone,
/// however that came about.
public final class BrokerMain {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(3);

    private final PrintStream parent;
    private final NodeConfig config;
    private final BrokerLog log;
    private final Diagnosis diagnosis;
    private final BrokerNode node;
    private final Actors actors = new Actors((_, thrown) -> fail(thrown));
    private final AtomicBoolean ending = new AtomicBoolean();

    private BrokerMain(NodeConfig config, PrintStream parent) {
        this.parent = parent;
        this.config = config;
        diagnosis = new Diagnosis(config);
        log = new BrokerLog(diagnosis);
        node = new BrokerNode(config, diagnosis, log);
    }

    /// @param args those of a `NodeConfig`; only `EmbeddedBroker` writes them
    public static void main(String[] args) {
        var parent =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // The parent's line protocol has standard output for itself.
        new BrokerMain(NodeConfig.parse(List.of(args)), parent).run();
    }

    private void run() {
        log.install();
        // Kafka ends its process on a failed log directory and other fatal faults: say why before.
        Exit.setExitProcedure((status, _) -> fail("exit " + status));
        Exit.setHaltProcedure((status, _) -> fail("halt " + status));
        var watch = actors.start("parent-watch", this::watchParent);
        Runtime.getRuntime().addShutdownHook(actors.unstarted("signal-watch", this::shutdown));
        try {
            node.start();
            parent.println(new ChildWord.Ready(config.port()).line());
            watch.join(); // Else the process would end with Kafka's last thread, its data not
            // removed.
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void watchParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // A broken pipe says the same as its end.
        }
        shutdown();
        if (config.fresh()) {
            removeData();
        }
        Runtime.getRuntime().halt(0);
    }

    /// Ends the server in order if it does so within the limit; a server that is only starting has
    /// nothing yet that would need it. A signal and the parent's end may come together, as when
    /// Ctrl-C reaches both processes: the second waits for the first.
    private synchronized void shutdown() {
        if (!ending.compareAndSet(false, true) || !node.isStarted()) {
            return;
        }
        try {
            actors.start("broker-shutdown", node::shutdown).join(SHUTDOWN_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeData() {
        // A starting server makes new files until this process ends.
        for (int i = 0; i < 3; i++) {
            Folders.removeStartingWith(config.folder(), config.name());
        }
        Folders.removeIfEmpty(config.folder());
    }

    private void fail(Throwable thrown) {
        var known = diagnosis.known(thrown);
        end(known != null ? known : orElse(log.known(), () -> diagnosis.of(thrown)));
    }

    private void fail(String how) {
        end(orElse(log.known(), () -> diagnosis.unknown(log.complaint(how))));
    }

    private static ChildWord.Failed orElse(
            ChildWord.@Nullable Failed word, Supplier<ChildWord.Failed> otherwise) {
        return word != null ? word : otherwise.get();
    }

    private void end(ChildWord.Failed word) {
        if (ending.compareAndSet(false, true)) {
            parent.println(word.line());
            Runtime.getRuntime().halt(1);
        }
    }
}
