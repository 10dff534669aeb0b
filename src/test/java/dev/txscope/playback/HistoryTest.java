package dev.txscope.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class HistoryTest {

    @Test
    void seekingIsFoldingTheFirstFacts() {
        var run = SampleRun.ofThePicture();
        var history = new History(run.log());
        var folded = Frame.empty();
        for (Envelope fact : run.facts()) {
            folded = folded.plus(fact);
            assertEquals(folded, history.at(folded.size()));
        }
        assertEquals(folded, history.catchUp());
    }

    @Test
    void whoLooksDoesNotWaitForTheFolding() throws Exception {
        var history = new History(SampleRun.ofThePicture().log());
        history.catchUp();
        var looked = new CompletableFuture<Frame>();
        synchronized (history) {
            Thread.ofPlatform().start(() -> looked.complete(history.at(history.latest().size())));
            assertEquals(history.latest(), looked.get(60, TimeUnit.SECONDS));
        }
    }
}
