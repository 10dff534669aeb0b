package dev.txscope.cli;

import dev.txscope.projection.Message;

import java.net.URI;
import java.util.List;

/// What becomes of a broker and its services that were started without a window.
public sealed interface ServiceNews {
    /// @param address `host:port`, comma-separated if there are several
    record BrokerReady(String address) implements ServiceNews {}

    /// The broker cannot be started, or the cluster cannot be used: nothing is served.
    ///
    /// @param logTail the end of the broker's log, oldest line first
    record Failed(Message reason, List<String> logTail) implements ServiceNews {}

    /// The broker ended by itself, and is being started again.
    record BrokerDied(Message reason) implements ServiceNews {}

    record TopicReady(String name) implements ServiceNews {}

    /// @param number 1 or 2
    record ServiceReady(int number, URI address) implements ServiceNews {}

    /// @param number 1 or 2
    record PortTaken(int number, int port) implements ServiceNews {}

    /// Something is not as it should be, and the rest goes on.
    record Trouble(Message what) implements ServiceNews {}

    /// Who started the program has gone.
    record Orphaned() implements ServiceNews {}
}
