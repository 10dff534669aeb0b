package dev.txscope.cli;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.Lab;
import dev.txscope.event.EventLog;
import dev.txscope.event.Isolation;
import dev.txscope.event.TopicPartition;
import dev.txscope.projection.Message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Starts nothing, and remembers what it was asked for.
final class FakeProgram implements Program {
    final List<Request.Window> opened = new ArrayList<>();
    final List<ServiceNews> news = new ArrayList<>();
    final List<ClusterFinding> findings = new ArrayList<>();
    boolean closed;
    @Nullable Message unusable;

    @Override
    public String kafkaVersion() {
        return "9.9.9";
    }

    @Override
    public boolean hasDisplay() {
        return true;
    }

    @Override
    public boolean openWindow(Request.Window options) {
        opened.add(options);
        return true;
    }

    @Override
    public Lab startLab(int port, EventLog log) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Running readAfresh(
            String address, TopicPartition partition, Isolation isolation, EventLog log) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pixels paint(EventLog log, Request.Picture picture) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Running startServices(
            Request.Cluster cluster, Request.Services services, Consumer<ServiceNews> told)
            throws UnusableException {
        refuse();
        news.forEach(told);
        return () -> closed = true;
    }

    @Override
    public Running onEnd(Runnable end, Runnable orphaned) {
        return () -> {};
    }

    @Override
    public List<ClusterFinding> examine(Request.Cluster.Elsewhere cluster, String topic)
            throws UnusableException {
        refuse();
        return findings;
    }

    private void refuse() throws UnusableException {
        if (unusable != null) {
            throw new UnusableException(unusable);
        }
    }
}
