package dev.txscope.projection;

import dev.txscope.event.BrokerProblem;
import dev.txscope.event.Envelope;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.ServiceFailed;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.event.SessionEvent.ServiceStopped;
import dev.txscope.event.SessionEvent.SettingsChosen;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.Setting;
import dev.txscope.event.TopicPartition;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// The broker's life.
///
/// | fact           | effect                               |
/// |----------------|--------------------------------------|
/// | BrokerStarting | STARTING, the old trouble is over    |
/// | BrokerReady    | READY, with its address              |
/// | TopicReady     | the partition is known               |
/// | SettingsChosen | what broker and clients run with     |
/// | BrokerFailed   | FAILED, with the trouble             |
/// | BrokerDied     | DIED, with the trouble               |
///
/// @param since when the phase began, on the log's own clock
/// @param settings of the broker and of all clients; empty before they are known
/// @param ready what the newest ready broker said of itself; kept after its death
public record BrokerState(
        Phase phase,
        int attempt,
        Duration since,
        @Nullable BrokerReady ready,
        @Nullable Trouble trouble,
        @Nullable TopicPartition partition,
        List<Setting> settings) {

    /// Where the broker is in its life.
    public enum Phase {
        NOT_STARTED,
        STARTING,
        READY,
        FAILED,
        DIED
    }

    /// Why it is not there, and the end of its log.
    public record Trouble(BrokerProblem problem, String detail, List<String> logTail) {}

    public static BrokerState initial() {
        return new BrokerState(Phase.NOT_STARTED, 0, Duration.ZERO, null, null, null, List.of());
    }

    public boolean isReady() {
        return phase == Phase.READY;
    }

    BrokerState apply(SessionEvent event, Envelope e) {
        return switch (event) {
            case BrokerStarting(int n) -> enter(Phase.STARTING, n, e, ready, null);
            case BrokerReady r -> enter(Phase.READY, attempt, e, r, null);
            case BrokerFailed(var problem, var detail, var tail, _) ->
                    enter(Phase.FAILED, attempt, e, ready, new Trouble(problem, detail, tail));
            case BrokerDied(var problem, var detail, var tail, _) ->
                    enter(Phase.DIED, attempt, e, ready, new Trouble(problem, detail, tail));
            case TopicReady(var topic) ->
                    new BrokerState(phase, attempt, since, ready, trouble, topic, settings);
            case SettingsChosen(var all) ->
                    new BrokerState(phase, attempt, since, ready, trouble, partition, all);
            case LabFailed _,
                    SessionEvent.ViewRefused _,
                    SessionEvent.ProgramFaulted _,
                    SessionEvent.FolderRefused _,
                    ClockStepped _ ->
                    this;
            case ServiceStarted _, ServiceFailed _, ServiceStopped _ -> this;
        };
    }

    private BrokerState enter(
            Phase next, int n, Envelope e, @Nullable BrokerReady said, @Nullable Trouble why) {
        return new BrokerState(next, n, e.elapsed(), said, why, partition, settings);
    }
}
