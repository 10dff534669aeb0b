package dev.txscope.projection;

import dev.txscope.event.Failure;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.ServiceFailed;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.event.SessionEvent.ServiceStopped;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// The local HTTP services, by name; without those that are off.
public record ServicesState(PMap<String, ServiceState> byName) {
    /// The service that runs transactions.
    public static final String FIRST = "java-api";

    /// The service that only reads.
    public static final String SECOND = "dotnet-api";

    /// One service that is on, or should be.
    public sealed interface ServiceState {
        /// Where it listens or was to listen, `http://127.0.0.1:18090`.
        String address();

        /// @param consumer its consumer's client in words
        record On(String address, String consumer, String group) implements ServiceState {}

        /// @param why with the type `PortTakenException` the message is the command line that tells
        ///   who has the port
        record Failed(String address, Failure why) implements ServiceState {}
    }

    static ServicesState initial() {
        return new ServicesState(HashTreePMap.empty());
    }

    /// That service, null while it is off.
    public @Nullable ServiceState of(String name) {
        return byName.get(name);
    }

    /// Whether somebody wants them on, whatever came of it.
    public boolean wanted() {
        return !byName.isEmpty();
    }

    /// Whether one of them could not start.
    public boolean trouble() {
        return byName.values().stream().anyMatch(s -> s instanceof ServiceState.Failed);
    }

    ServicesState apply(SessionEvent event) {
        return switch (event) {
            case ServiceStarted(var name, var address, var consumer, var group) ->
                    plus(name, new ServiceState.On(address, consumer, group));
            case ServiceFailed(var name, var address, var why) ->
                    plus(name, new ServiceState.Failed(address, why));
            case ServiceStopped(var name) -> new ServicesState(byName.minus(name));
            case SessionEvent.BrokerStarting _,
                    SessionEvent.BrokerReady _,
                    SessionEvent.BrokerFailed _,
                    SessionEvent.BrokerDied _,
                    SessionEvent.TopicReady _,
                    SessionEvent.SettingsChosen _,
                    SessionEvent.LabFailed _,
                    SessionEvent.ViewRefused _,
                    SessionEvent.ProgramFaulted _,
                    SessionEvent.FolderRefused _,
                    SessionEvent.ClockStepped _ ->
                    this;
        };
    }

    private ServicesState plus(String name, ServiceState state) {
        return new ServicesState(byName.plus(name, state));
    }
}
