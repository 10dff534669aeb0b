package dev.txscope.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DiagramPresenterTest {
    private final DiagramModel model = new DiagramModel();
    private final List<Shown> seen = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private @Nullable Runnable due;
    private final DiagramPresenter presenter =
            new DiagramPresenter(
                    model,
                    "A",
                    (wait, then) -> {
                        waits.add(wait);
                        due = then;
                    });

    DiagramPresenterTest() {
        model.shownProperty().subscribe((_, next) -> seen.add(next));
    }

    @Test
    void afterBeginOnlyTheClientIsInATransaction() {
        presenter.show(frame(new SampleRun().ready().init()));
        pass();
        presenter.show(frame(new SampleRun().ready().init().begin()));
        Shown shown = model.shownProperty().get();
        assertTrue(shown.isClients(Stage.IN_TRANSACTION));
        assertFalse(shown.isCurrent(Stage.IN_TRANSACTION));
        assertTrue(shown.isBehind(Stage.EMPTY));
        assertEquals(
                "Begun in the client alone: the coordinator was told nothing and still says Empty.",
                caption());
    }

    @Test
    void theFirstSendMakesItCertain() {
        presenter.show(frame(new SampleRun().ready().init().begin().send("a")));
        pass();
        assertTrue(model.shownProperty().get().isCurrent(Stage.IN_TRANSACTION));
        assertEquals(
                "It said Ongoing (InTransaction) 2 ms after the first send.", plain(caption()));
    }

    @Test
    void everyVisitIsShownInOrderAndLongEnoughAndItsRealDurationIsWritten() {
        presenter.show(frame(new SampleRun().ready().init().begin().send("a")));
        pass();
        seen.clear();
        waits.clear();
        presenter.show(frame(new SampleRun().ready().init().begin().send("a").commit()));
        assertEquals(Stage.PREPARE_COMMIT, model.shownProperty().get().current());
        pass();
        assertEquals(
                List.of(Stage.PREPARE_COMMIT, Stage.COMMITTED),
                seen.stream().map(Shown::current).toList());
        assertEquals(List.of(DiagramPresenter.SEEN, DiagramPresenter.SEEN), waits);
        assertEquals(
                Map.of(Stage.PREPARE_COMMIT, Duration.ofMillis(8)),
                model.shownProperty().get().lasted());
        assertEquals(
                "It said CompleteCommit (Committed). PrepareCommit lasted 8 ms.", plain(caption()));
    }

    @Test
    void whenTooManyComeTheOldestAreSkippedWithAWord() {
        var run = new SampleRun().ready().init();
        presenter.show(frame(run));
        pass();
        seen.clear();
        for (int i = 0; i < 5; i++) {
            run.begin().send("r" + i).commit();
        }
        presenter.show(frame(run));
        assertEquals(15 - DiagramPresenter.WAITING, model.shownProperty().get().skipped());
        pass();
        assertEquals(
                List.of(Stage.PREPARE_COMMIT, Stage.COMMITTED),
                seen.stream().map(Shown::current).limit(2).toList());
        assertEquals(0, model.shownProperty().get().skipped());
        assertTrue(model.shownProperty().get().isCurrent(Stage.COMMITTED));
    }

    @Test
    void theWordForSkippedStatesAgreesWithTheirNumber() {
        var english = Messages.in(Language.ENGLISH);
        assertTrue(english.get("diagram.skipped", 1).startsWith("1 state was too quick"));
        assertTrue(english.get("diagram.skipped", 7).startsWith("7 states were too quick"));
        var french = Messages.in(Language.FRENCH);
        assertTrue(french.get("diagram.skipped", 7).startsWith("7 états sont passés trop vite"));
    }

    @Test
    void thePrepareStatesDurationGoesWhenTheNextTransactionIsOpen() {
        presenter.jumpTo(frame(new SampleRun().ready().init().begin().send("a").commit().begin()));
        assertEquals(
                Map.of(Stage.PREPARE_COMMIT, Duration.ofMillis(8)),
                model.shownProperty().get().lasted());
        presenter.jumpTo(frame(SampleRun.ofThePicture()));
        assertEquals(Map.of(), model.shownProperty().get().lasted());
    }

    @Test
    void aFrameInThePastIsShownAtOnceAndEndsWhatWasWaiting() {
        var history = new History(SampleRun.ofThePicture().commit().log());
        presenter.show(history.catchUp());
        Runnable stale = due;
        presenter.show(history.at(10));
        Shown past = model.shownProperty().get();
        assertEquals(Stage.EMPTY, past.current());
        if (stale != null) {
            stale.run();
        }
        assertEquals(past, model.shownProperty().get());
    }

    @Test
    void withReducedMotionItJumpsAndWritesTheDuration() {
        model.reducedMotionProperty().set(true);
        presenter.show(frame(new SampleRun().ready().init().begin().send("a").abort()));
        assertEquals(List.of(), waits);
        assertTrue(model.shownProperty().get().isCurrent(Stage.ABORTED));
        assertEquals(
                Map.of(Stage.PREPARE_ABORT, Duration.ofMillis(8)),
                model.shownProperty().get().lasted());
    }

    /// Lets all time pass that the presenter waits for.
    private void pass() {
        while (due != null) {
            Runnable next = due;
            due = null;
            next.run();
        }
    }

    private static Frame frame(SampleRun run) {
        return new History(run.log()).catchUp();
    }

    private String caption() {
        return Messages.in(Language.ENGLISH).get(model.shownProperty().get().caption());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
