package dev.txscope.ui.shell;

import dev.txscope.command.Command;
import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;
import dev.txscope.ui.about.AboutSlice;
import dev.txscope.ui.broker.BrokerSlice;
import dev.txscope.ui.diagram.DiagramSlice;
import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.now.NowSlice;
import dev.txscope.ui.producer.ProducerSlice;
import dev.txscope.ui.sentence.SentenceSlice;
import dev.txscope.ui.services.ServicesSlice;
import dev.txscope.ui.settings.SettingsSlice;
import dev.txscope.ui.timeline.TimelineSlice;
import dev.txscope.ui.transport.TransportSlice;

import javafx.beans.property.ObjectProperty;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The parts of the window, all shown the same frame.
record Slices(
        BrokerSlice broker,
        SettingsSlice settings,
        ServicesSlice services,
        AboutSlice about,
        SentenceSlice sentence,
        ProducerSlice producer,
        DiagramSlice diagram,
        NowSlice now,
        TimelineSlice timeline,
        TransportSlice transport) {

    /// The name of the producer that the window's buttons drive.
    static final String PRODUCER = "A";

    static Slices create(
            ViewContext context,
            ObjectProperty<Cursor> cursor,
            Consumer<Command> commands,
            Consumer<List<String>> showLog) {
        var settings = new SettingsSlice(context);
        return new Slices(
                new BrokerSlice(context, settings::open),
                settings,
                new ServicesSlice(context, commands),
                new AboutSlice(context),
                new SentenceSlice(PRODUCER, context, commands, showLog),
                new ProducerSlice(PRODUCER, context, commands),
                new DiagramSlice(context, PRODUCER),
                new NowSlice(context),
                new TimelineSlice(context),
                new TransportSlice(context, cursor));
    }

    /// Shows the frame; a new one, or the same at a later time.
    void show(Frame latest, Frame shown, boolean live, Clock clock) {
        showTime(shown, live, clock);
        settings.show(latest.world().broker().settings());
        services.show(latest.world());
        about.show(latest.world().broker().ready());
        diagram.show(shown);
        now.show(shown);
        timeline.show(shown);
        transport.show(latest, shown);
    }

    /// Shows what changes by time alone.
    void showTime(Frame shown, boolean live, Clock clock) {
        Duration remaining = clock.remaining(shown, live);
        broker.show(shown.world().broker(), clock.at(shown, live));
        sentence.show(shown.world(), remaining);
        producer.show(shown.world(), live, remaining);
        timeline.remainingProperty().set(remaining.isZero() ? null : remaining);
    }
}
