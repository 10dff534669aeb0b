package dev.txscope.cli;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.Lab;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;

import java.util.List;
import java.util.function.Consumer;

/// What the command line starts. The root package, where adapters are made, implements it.
public interface Program {

    /// Something that runs until it is closed.
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /// The version of the embedded broker.
    String kafkaVersion();

    /// Whether a window can be shown.
    boolean hasDisplay();

    /// Shows the window and returns when it was closed.
    ///
    /// @return false if the display cannot be opened after all; [#hasDisplay] says so from then on
    boolean openWindow(Request.Window options);

    /// Starts a lab on a fresh broker, for a run that is judged by the order of its facts.
    ///
    /// @param port where its clients connect, 0 for a free one
    Lab startLab(int port, EventLog log);

    /// Starts a consumer that reads the partition from its beginning, with facts in that log.
    Running readAfresh(String address, TopicPartition partition, Isolation isolation, EventLog log);

    /// Paints the window as it shows all facts of that log, without a display. Once per process.
    ///
    /// @throws IllegalStateException if the toolkit cannot
    Pixels paint(EventLog log, Request.Picture picture) throws InterruptedException;

    /// Starts the services and, unless it is there already, their broker; returns at once.
    ///
    /// @param news told on any thread; each service is told once: ready, or its port is taken
    /// @throws UnusableException if they need what cannot be used: nothing was started
    Running startServices(
            Request.Cluster cluster, Request.Services services, Consumer<ServiceNews> news)
            throws UnusableException;

    /// Until it is closed: when the system asks this process to end, runs `end` and exits with 0;
    /// when the process's parent has gone, tells that.
    Running onEnd(Runnable end, Runnable orphaned);

    /// Looks at the cluster for what keeps a lab from working; bounded in time.
    ///
    /// @throws UnusableException if its client properties cannot be used
    List<ClusterFinding> examine(Request.Cluster.Elsewhere cluster, String topic)
            throws InterruptedException, UnusableException;
}
