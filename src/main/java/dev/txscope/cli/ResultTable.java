package dev.txscope.cli;

import dev.txscope.cli.Columns.Text;
import dev.txscope.cli.Findings.Delivery;
import dev.txscope.text.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table at the end of a walk: what was seen step by step, and what was expected where that
/// differs.
final class ResultTable {
    private final Console console;
    private final Messages messages;
    private final Columns columns;

    ResultTable(Console console, Messages messages) {
        this.console = console;
        this.messages = messages;
        columns = Columns.sharing(console.width(), 1, 17, 17, 14, 3, 3, 15, 15);
    }

    void print(List<WalkResult> results) {
        print(Ink.STRONG, header());
        console.print("─".repeat(console.width()));
        results.forEach(this::print);
    }

    private List<String> header() {
        return List.of(
                "",
                messages.get("cli.table.step"),
                messages.get("timeline.lane.coordinator"),
                messages.get("timeline.lane.log"),
                "HW",
                "LSO",
                "read_ uncommitted",
                "read_ committed");
    }

    private void print(WalkResult result) {
        String name = messages.get(result.step().name());
        if (result.asExpected()) {
            print(Ink.PLAIN, cells("✓", name, result.seen()));
            return;
        }
        print(Ink.FAILED, cells("✕", name, result.seen()));
        differences(result)
                .forEach(d -> Columns.wrap(d, console.width()).forEach(l -> line(Ink.FAILED, l)));
    }

    /// One line for each thing that differs: expected, seen.
    private List<String> differences(WalkResult result) {
        List<String> expected = cells("", "", result.step().expected());
        List<String> seen = cells("", "", result.seen());
        var lines = new ArrayList<String>();
        for (int i = 2; i < seen.size(); i++) {
            if (!expected.get(i).equals(seen.get(i))) {
                lines.add(
                        messages.get(
                                "cli.table.differs",
                                header().get(i).replace(" ", ""),
                                oneLine(expected.get(i)),
                                oneLine(seen.get(i))));
            }
        }
        if (!result.complete()) {
            lines.add(messages.get("cli.table.incomplete"));
        }
        return lines;
    }

    private String oneLine(String cell) {
        return cell.isEmpty() ? messages.get("cli.table.nothing") : cell.replace("\n", ", ");
    }

    private List<String> cells(String mark, String name, Findings f) {
        return List.of(
                mark,
                name,
                lines(f.coordinator()),
                lines(f.log()),
                String.valueOf(f.limits().highWatermark()),
                String.valueOf(f.limits().lastStable()),
                given(f.uncommitted(), f.limits().uncommitted()),
                given(f.committed(), f.limits().committed()));
    }

    private static String lines(List<?> entries) {
        return entries.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /// What was delivered, with its fate at that time, and where the consumer reads next.
    private String given(List<Delivery> deliveries, long position) {
        Stream<String> given =
                deliveries.stream()
                        .map(
                                d ->
                                        messages.get(
                                                "cli.fate."
                                                        + d.fate().name().toLowerCase(Locale.ROOT),
                                                String.valueOf(d.offset())));
        String next = messages.get("cli.table.next", String.valueOf(position));
        return Stream.concat(given, Stream.of(next)).collect(Collectors.joining("\n"));
    }

    private void print(Ink ink, List<String> cells) {
        var texts = cells.stream().map(c -> new Text(c, ink)).toList();
        columns.lines(texts, console.colour()).forEach(console::print);
    }

    private void line(Ink ink, String text) {
        console.print(console.colour() ? ink.on(text) : text);
    }
}
