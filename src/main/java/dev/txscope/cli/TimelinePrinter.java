package dev.txscope.cli;

import dev.txscope.cli.Columns.Text;
import dev.txscope.playback.Frame;
import dev.txscope.projection.Cell;
import dev.txscope.projection.Lane;
import dev.txscope.projection.Row;
import dev.txscope.projection.Transaction;
import dev.txscope.text.BandText;
import dev.txscope.text.CellText;
import dev.txscope.text.Messages;
import dev.txscope.text.RowText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints the timeline row by row as it comes about, in the words of the window.
final class TimelinePrinter {
    private static final int TIME = 10;
    private static final List<Lane> LANES =
            List.of(
                    Lane.PRODUCER,
                    Lane.COORDINATOR,
                    Lane.LOG,
                    Lane.READ_UNCOMMITTED,
                    Lane.READ_COMMITTED);

    private final Console console;
    private final Messages messages;
    private final boolean details;
    private final Columns columns;
    private final RowText rows;
    private final CellText cells;
    private final BandText bands;
    private int printed;
    private int opened;
    private int closed;

    /// @param details whether the small print is wanted
    TimelinePrinter(Console console, Messages messages, boolean details) {
        this.console = console;
        this.messages = messages;
        this.details = details;
        columns = Columns.sharing(console.width(), TIME, 13, 14, 11, 20, 22);
        rows = new RowText(messages, ZoneId.systemDefault());
        cells = new CellText(messages);
        bands = new BandText(messages);
    }

    /// The names of the columns.
    void header() {
        var names = new ArrayList<Text>();
        names.add(new Text(messages.get("timeline.lane.time"), Ink.STRONG));
        LANES.forEach(
                lane -> names.add(new Text(rows.lane(lane) + "\n" + under(lane), Ink.STRONG)));
        print(names);
        console.print("─".repeat(console.width()));
    }

    /// Prints the rows that no later fact changes.
    void show(Frame frame) {
        Row last = frame.timeline().last();
        if (last != null && last.cell(Lane.SESSION) != null) {
            show(frame, last.index() + 1); // Nothing joins it, and the next may be long in coming.
        } else {
            show(frame, frame.timeline().stableRows());
        }
    }

    /// Prints every row that there is, and how the newest transaction ended.
    void showAll(Frame frame) {
        show(frame, frame.timeline().rows().size());
        Transaction newest = frame.world().newestOf(Quiet.PRODUCER);
        if (newest != null && newest.settled() && closed < newest.number()) {
            closed = newest.number();
            band(frame, newest, null);
        }
    }

    /// Says what the newest transaction waits for, if it is open.
    ///
    /// @param elapsed the time of now, on the log's own clock
    void showOpen(Frame frame, Duration elapsed) {
        Transaction newest = frame.world().newestOf(Quiet.PRODUCER);
        if (newest != null && !newest.settled() && newest.counting() != null) {
            band(frame, newest, newest.counting().deadline().minus(elapsed));
        }
    }

    private void show(Frame frame, int count) {
        for (; printed < count; printed++) {
            Row row = frame.timeline().rows().get(printed);
            if (details || !row.detail()) {
                open(frame, row.transaction());
                print(row);
            }
        }
    }

    private void open(Frame frame, int number) {
        Transaction newest = frame.world().newestOf(Quiet.PRODUCER);
        if (newest != null && number == newest.number() && opened < number) {
            opened = number;
            console.print("");
            line(bands.name(newest), Ink.STRONG);
        }
    }

    private void band(Frame frame, Transaction t, @Nullable Duration remaining) {
        String state = bands.state(t, frame.timeline().stepsOf(t.number()), remaining);
        String said =
                "%s %s %s · %s · %s"
                        .formatted(
                                bands.name(t), mark(t), bands.outcome(t), bands.records(t), state);
        line(said, ink(t));
    }

    private static String mark(Transaction t) {
        return switch (t.status()) {
            case COMMITTED -> "✓";
            case ABORTED -> "✕";
            case LOCAL, OPEN, COMMITTING, ABORTING, EMPTY -> "…";
        };
    }

    private static Ink ink(Transaction t) {
        return switch (t.status()) {
            case COMMITTED -> Ink.COMMIT_MARKER;
            case ABORTED -> Ink.ABORT_MARKER;
            case LOCAL, OPEN, COMMITTING, ABORTING -> Ink.OPEN;
            case EMPTY -> Ink.PLAIN;
        };
    }

    private void print(Row row) {
        if (row.afterPause() && row.lead()) {
            line(rows.pause(row), Ink.QUIET);
        }
        Cell session = row.cell(Lane.SESSION);
        if (session != null) {
            String said = cells.of(session, details).line();
            line("%-10s  %s".formatted(rows.time(row), said), Ink.of(session));
            return;
        }
        var texts = new ArrayList<Text>();
        texts.add(new Text(rows.time(row), Ink.QUIET));
        LANES.forEach(lane -> texts.add(text(row.cell(lane))));
        print(texts);
    }

    private Text text(@Nullable Cell cell) {
        if (cell == null) {
            return Text.NONE;
        }
        String said = cells.of(cell, details).line();
        String symbol = cell instanceof Cell.MarkerAppended ? "◆ " : "";
        return new Text(symbol + said, Ink.of(cell));
    }

    private static String under(Lane lane) {
        return switch (lane) {
            case READ_UNCOMMITTED, READ_COMMITTED -> lane.name().toLowerCase(Locale.ROOT);
            case SESSION, PRODUCER, COORDINATOR, LOG -> "";
        };
    }

    private void print(List<Text> texts) {
        columns.lines(texts, console.colour()).forEach(console::print);
    }

    private void line(String text, Ink ink) {
        Columns.wrap(text, console.width())
                .forEach(part -> console.print(console.colour() ? ink.on(part) : part));
    }
}
