package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.txscope.event.BrokerProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildWordTest {

    @Test
    void whatIsSaidIsHeard() {
        var ready = new ChildWord.Ready(9092);
        var failed = new ChildWord.Failed(BrokerProblem.DISK_FULL, "/data of mine");

        assertEquals(ready, ChildWord.parse(ready.line()));
        assertEquals(failed, ChildWord.parse(failed.line()));
    }

    @Test
    void aDetailOfSeveralLinesStaysOneWord() {
        var failed = new ChildWord.Failed(BrokerProblem.UNKNOWN, "one\r\n two\n");

        assertEquals("FAILED UNKNOWN one  two", failed.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "READY",
                "READY soon",
                "FAILED",
                "FAILED BADLY so",
                "Ready 1",
                "READY 1 2"
            })
    void anythingElseIsNoWord(String line) {
        assertNull(ChildWord.parse(line));
    }
}
