package dev.txscope.text;

import dev.txscope.event.BrokerProblem;
import dev.txscope.event.SessionEvent;
import dev.txscope.event.SessionEvent.BrokerDied;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.SessionEvent.ClockStepped;
import dev.txscope.event.SessionEvent.FolderRefused;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.ProgramFaulted;
import dev.txscope.event.SessionEvent.ServiceFailed;
import dev.txscope.event.SessionEvent.ServiceStarted;
import dev.txscope.event.SessionEvent.ServiceStopped;
import dev.txscope.event.SessionEvent.SettingsChosen;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.SessionEvent.ViewRefused;
import dev.txscope.projection.Message;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the timeline says of the broker's life and of the lab around it.
final class SessionText {
    private final Messages messages;

    SessionText(Messages messages) {
        this.messages = messages;
    }

    Words of(SessionEvent event) {
        return switch (event) {
            case BrokerStarting(int attempt) ->
                    plain(attempt > 1 ? say("starting.again", attempt) : say("starting"));
            case BrokerReady r ->
                    Words.of(
                            say("ready", r.address()),
                            say("ready.aside", r.kafkaVersion(), r.took()),
                            say("ready.full", r.address(), r.kafkaVersion(), r.took(), r.folder()));
            case BrokerFailed(var problem, var detail, var tail, _) ->
                    ended("brokerfailed", problem, detail, tail);
            case BrokerDied(var problem, var detail, var tail, _) ->
                    ended("brokerdied", problem, detail, tail);
            case TopicReady(var partition) -> plain(say("topic", partition.toString()));
            case SettingsChosen(var settings) -> plain(say("settings", settings.size()));
            case LabFailed(var where, var why) ->
                    Words.of(
                            say("labfailed", where, why.type()),
                            Visible.of(why.message(), 200),
                            where + "\n" + why.type() + "\n" + Visible.of(why.message(), 2_000));
            case ViewRefused(var request, var why) ->
                    Words.of(
                            say("hidden", Message.of("cell.request." + request)),
                            Visible.of(why.message(), 200),
                            why.type() + "\n" + Visible.of(why.message(), 2_000));
            case ProgramFaulted(var thread, var fault, var report) ->
                    Words.of(
                            say("faulted", fault),
                            report.isEmpty() ? say("faulted.unwritten") : report,
                            say("faulted.full", fault, thread)
                                    + "\n"
                                    + (report.isEmpty() ? say("faulted.unwritten") : report));
            case FolderRefused(var purpose, var folder, var why) ->
                    Words.of(
                            say("folder." + purpose.name().toLowerCase(Locale.ROOT)),
                            say("folder.aside", folder),
                            folder + "\n" + why);
            case ServiceStarted(var name, var address, var consumer, _) ->
                    Words.of(
                            say("service.started", name, address),
                            consumer,
                            say("service.started.full", name, address, consumer));
            case ServiceFailed(var name, var address, var why) ->
                    Words.of(
                            say("service.failed", name, address),
                            Visible.of(why.message(), 200),
                            why.type() + "\n" + Visible.of(why.message(), 2_000));
            case ServiceStopped(var name) -> plain(say("service.stopped", name));
            case ClockStepped(var by) -> plain(clock(by));
        };
    }

    private Words ended(String key, BrokerProblem problem, String detail, List<String> tail) {
        String why = say("problem." + problem.name().toLowerCase(Locale.ROOT));
        String said = say(key, why);
        String full = said + "\n" + detail + "\n" + String.join("\n", tail);
        return Words.of(said, Visible.of(detail, 200), full.strip());
    }

    private String clock(Duration by) {
        return by.isNegative() ? say("clock.back", by.negated()) : say("clock.ahead", by);
    }

    private static Words plain(String text) {
        return Words.of(text, text);
    }

    private String say(String key, Object... arguments) {
        return messages.get("cell." + key, arguments);
    }
}
