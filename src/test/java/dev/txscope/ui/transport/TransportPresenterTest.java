package dev.txscope.ui.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class TransportPresenterTest {
    private final History history = new History(SampleRun.ofThePicture().log());
    private final ObjectProperty<Cursor> cursor = new SimpleObjectProperty<>(Cursor.live());
    private final TransportPresenter presenter = new TransportPresenter(cursor);
    private final TransportModel model = presenter.model();

    @BeforeEach
    void follow() {
        history.catchUp();
        cursor.subscribe(now -> presenter.show(history.latest(), now.frame(history)));
    }

    @Test
    void liveShowsTheNewestStep() {
        assertEquals(List.of(29, 29), steps());
        assertTrue(model.liveProperty().get());
    }

    @Test
    void steppingGoesStepByStepAndStaysInside() {
        presenter.back();
        assertEquals(List.of(28, 29), steps());
        presenter.back();
        presenter.forward();
        assertEquals(List.of(28, 29), steps());
        presenter.toStart();
        presenter.back();
        assertEquals(List.of(1, 29), steps());
        presenter.toStep(99);
        assertEquals(List.of(29, 29), steps());
    }

    @Test
    void pauseStaysAtTheFactsThatAreSeenAndGoesOnAgain() {
        presenter.toggle();
        assertEquals(new Cursor.Paused(history.latest().size()), cursor.get());
        presenter.toggle();
        assertEquals(Cursor.live(), cursor.get());
    }

    @Test
    void beforeTheFirstStepThereIsNowhereToGo() {
        presenter.show(Frame.empty(), Frame.empty());
        presenter.toStep(3);
        assertEquals(Cursor.live(), cursor.get());
    }

    @Test
    void theHistoryIsPaintedWithItsOutcomes() {
        var fates = model.segmentsProperty().get().stream().map(Segment::fate).toList();
        assertEquals(
                List.of(Segment.Fate.COMMITTED, Segment.Fate.ABORTED, Segment.Fate.OPEN), fates);
        assertEquals(1, model.segmentsProperty().get().getLast().to(), 1e-9);
    }

    @Test
    void anySizeOfHistoryIsPaintedWithFewPieces() {
        var run = new SampleRun().ready().init();
        for (int i = 0; i < 400; i++) {
            run.begin().send("order-" + i).abort();
        }
        Frame frame = new History(run.log()).catchUp();
        var pieces = Segment.of(frame.timeline(), frame.world().transactions());
        assertTrue(pieces.size() <= Segment.MOST);
        assertEquals(Segment.Fate.ABORTED, pieces.getLast().fate());
    }

    private List<Integer> steps() {
        return List.of(model.stepProperty().get(), model.stepsProperty().get());
    }
}
