package dev.txscope.ui.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;
import dev.txscope.event.Isolation;
import dev.txscope.event.LogEvent.MarkerWritten;
import dev.txscope.playback.Frame;
import dev.txscope.projection.Slot;
import dev.txscope.projection.World;
import dev.txscope.text.Language;
import dev.txscope.ui.fx.Texts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

class GridTest {
    private final Wording wording = new Wording(new Texts(Language.ENGLISH));

    @Test
    void thePictureColumnByColumn() {
        assertEquals(
                List.of(
                        "COMMITTED DELIVERED DELIVERED",
                        "COMMITTED DELIVERED DELIVERED",
                        "COMMIT NEVER_DELIVERED NEVER_DELIVERED",
                        "ABORTED DELIVERED FILTERED",
                        "ABORT NEVER_DELIVERED NEVER_DELIVERED",
                        "gate OPEN DELIVERED HELD",
                        "NEXT_OR_MARKER"),
                looks(after(SampleRun.ofThePicture(), _ -> false)));
    }

    @Test
    void anEmptyLogHasTheGhostOfOffsetZeroAndNothingElse() {
        Grid grid = Grid.of(World.initial());
        assertEquals(List.of("FIRST"), looks(grid));
        assertFalse(grid.gated());
    }

    @Test
    void withoutAnOpenTransactionThereIsNoGateAndTheNextSlotIsARecords() {
        var run = new SampleRun().ready().init().begin().send("a").commit();
        assertEquals(
                List.of(
                        "COMMITTED DELIVERED DELIVERED",
                        "COMMIT NEVER_DELIVERED NEVER_DELIVERED",
                        "NEXT"),
                looks(after(run, _ -> false)));
    }

    @Test
    void betweenTheMarkerAndTheNextPollTheRecordIsStillHeld() {
        var run = new SampleRun().ready().init().begin().send("a").commit();
        Grid grid = after(run, e -> e.event() instanceof MarkerWritten);
        assertEquals(
                List.of(
                        "gate COMMITTED DELIVERED HELD",
                        "COMMIT NEVER_DELIVERED NEVER_DELIVERED",
                        "NEXT"),
                looks(grid));
    }

    @Test
    void theWholeSentenceOfEachCell() {
        Grid grid = after(SampleRun.ofThePicture(), _ -> false);
        assertEquals(
                "Offset 3: order-3\nkey: customer-7\naborted: its transaction’s abort marker is in"
                        + " the log; the record stays in the log",
                wording.log(grid.column(3)));
        assertEquals(
                "read_uncommitted: the application has order-4. It is not told that the"
                        + " transaction is still open.",
                wording.reader(grid.column(5), Isolation.READ_UNCOMMITTED));
        assertEquals(
                "read_committed: the broker holds order-4 back. It comes on commit, and never"
                        + " after an abort or a timeout.",
                wording.reader(grid.column(5), Isolation.READ_COMMITTED));
        assertEquals(
                "read_committed: no consumer is ever given the marker at offset 4",
                wording.reader(grid.column(4), Isolation.READ_COMMITTED));
    }

    /// The grid after the first fact that matches, or after all.
    private static Grid after(SampleRun run, Predicate<Envelope> last) {
        Frame frame = Frame.empty();
        for (Envelope e : run.facts()) {
            frame = frame.plus(e);
            if (last.test(e)) {
                break;
            }
        }
        return Grid.of(frame.world());
    }

    private static List<String> looks(Grid grid) {
        var looks = new ArrayList<String>();
        for (long offset = grid.first(); offset <= grid.next(); offset++) {
            looks.add(look(grid.column(offset)));
        }
        return looks;
    }

    private static String look(Column c) {
        String gate = c.gate() ? "gate " : "";
        String readers = " " + c.everything() + " " + c.committed();
        return switch (c.slot()) {
            case null -> c.state().name();
            case Slot.Data d -> gate + d.fate() + readers;
            case Slot.Marker m -> gate + m.outcome() + readers;
        };
    }
}
