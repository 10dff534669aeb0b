package dev.txscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.playback.History;
import dev.txscope.projection.Lane;
import dev.txscope.projection.TimelineState;

import org.junit.jupiter.api.Test;

import java.util.List;

class TraceTest {
    private final SampleRun run = new SampleRun().ready().init().begin().send("order-1");

    @Test
    void aRecordGoesToTheLogWhichTellsTheCoordinator() {
        TimelineState timeline = timeline();
        int click = timeline.step(6).index();
        int ongoing = timeline.step(7).index();
        int logged = timeline.step(8).index();
        assertEquals(
                List.of(
                        new Trace.Link(click, Lane.PRODUCER, Lane.LOG, ongoing, Lane.COORDINATOR),
                        new Trace.Link(click, Lane.PRODUCER, Lane.LOG, logged, Lane.LOG),
                        new Trace.Link(
                                logged,
                                Lane.LOG,
                                Lane.READ_UNCOMMITTED,
                                logged,
                                Lane.READ_UNCOMMITTED)),
                Trace.of(Causes.newest(timeline)).links());
    }

    @Test
    void anAbortGoesToTheCoordinatorWhichHasTheMarkerWritten() {
        run.abort();
        TimelineState timeline = timeline();
        int click = timeline.step(9).index();
        int decided = timeline.step(10).index();
        int marker = timeline.step(12).index();
        assertEquals(
                List.of(
                        new Trace.Link(
                                click, Lane.PRODUCER, Lane.COORDINATOR, decided, Lane.COORDINATOR),
                        new Trace.Link(decided, Lane.COORDINATOR, Lane.LOG, marker, Lane.LOG),
                        new Trace.Link(
                                marker,
                                Lane.LOG,
                                Lane.READ_UNCOMMITTED,
                                marker,
                                Lane.READ_COMMITTED)),
                Trace.of(Causes.newest(timeline)).links());
    }

    @Test
    void aBeginSendsNothingSoNoArrowLeavesIt() {
        run.commit().begin();
        assertTrue(Trace.of(Causes.newest(timeline())).links().isEmpty());
    }

    @Test
    void anOlderRowLeadsBackToItsOwnClick() {
        run.commit().begin();
        TimelineState timeline = timeline();
        assertEquals(timeline.step(6), Causes.of(timeline, timeline.step(8)).getFirst());
    }

    private TimelineState timeline() {
        return new History(run.log()).catchUp().timeline();
    }
}
