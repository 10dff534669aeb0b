package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;

import java.time.Duration;
import java.util.List;

/// Hears what becomes of an embedded broker, always on that broker's own thread.
///
/// Each start ends in exactly one of `ready` and `failed`; only after `ready` can `died` follow.
/// The broker can be started again from within `failed` and `died`. What a close brings about is
/// not told.
public interface BrokerListener {

    /// The broker answers clients.
    ///
    /// @param address `host:port`
    /// @param took from the start of its process on
    void ready(String address, Duration took);

    /// The broker could not start.
    ///
    /// @param detail the port, the folder, the signal or the line that says more, in no language
    /// @param logTail the end of its log, oldest line first
    void failed(BrokerProblem problem, String detail, List<String> logTail);

    /// The broker ended without being asked.
    ///
    /// @param detail as for `failed`
    /// @param logTail the end of its log, oldest line first
    void died(BrokerProblem problem, String detail, List<String> logTail);
}
