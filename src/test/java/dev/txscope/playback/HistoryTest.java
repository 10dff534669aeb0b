package dev.txscope.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.SampleRun;
import dev.txscope.event.Envelope;

import org.junit.jupiter.api.Test;

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
}
