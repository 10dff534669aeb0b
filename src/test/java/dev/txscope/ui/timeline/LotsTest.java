package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.playback.History;

import javafx.collections.ListChangeListener;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// While somebody reads older lines, new ones come in lots: none is lost, and few are late.
class LotsTest {
    private static final int TRANSACTIONS = 60;

    @Test
    void whoReadsGetsNewLinesInLots() {
        var run = PreviewRuns.many(TRANSACTIONS);
        var history = new History(run.log());
        var lines = new Lines();
        lines.show(history.catchUp(), false);
        var changes = new AtomicInteger();
        lines.list().addListener((ListChangeListener<Line>) _ -> changes.incrementAndGet());
        for (int i = 0; i < TRANSACTIONS; i++) {
            run.send("more-" + i);
            lines.show(history.catchUp(), false);
            int all = anew(history, false, false).size();
            assertTrue(all - lines.list().size() <= all / 20, i + ": too many lines are late");
        }
        assertTrue(changes.get() < TRANSACTIONS / 2, changes + " changes");
        lines.catchUp();
        assertEquals(anew(history, false, false).size(), lines.list().size());
    }

    /// However what comes alternates with what the person does, the lines that are there in the end
    /// are those that would be there had they been asked for then.
    @Property(tries = 60)
    void noLineIsLost(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> deeds) {
        var run = PreviewRuns.many(TRANSACTIONS);
        var history = new History(run.log());
        var lines = new Lines();
        lines.show(history.catchUp(), false);
        boolean details = false;
        for (int deed : deeds) {
            switch (deed) {
                case 0 -> run.commit().begin();
                case 1 -> run.abort().begin();
                case 2 -> lines.catchUp();
                case 3 -> {
                    details = !details;
                    lines.showDetails(details);
                }
                case 4 -> lines.toggle(TRANSACTIONS);
                default -> run.send("one").send("more");
            }
            lines.show(history.catchUp(), false);
        }
        lines.catchUp();
        var anew = anew(history, details, lines.isFolded(TRANSACTIONS));
        assertTrue(anew.equals(lines.list()), anew.size() + " lines, not " + lines.list().size());
    }

    private static List<Line> anew(History history, boolean details, boolean folded) {
        var lines = new Lines();
        lines.showDetails(details);
        if (folded) {
            lines.toggle(TRANSACTIONS);
        }
        lines.show(history.latest(), false);
        return lines.list();
    }
}
