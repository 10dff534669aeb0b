package dev.txscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms, 0 ms",
        "400, 0.4 ms, '0,4 ms'",
        "2600, 3 ms, 3 ms",
        "999000, 999 ms, 999 ms",
        "999700, 1.0 s, '1,0 s'",
        "1000000, 1 s, 1 s",
        "2600000, 2.6 s, '2,6 s'",
        "57400000, 57 s, 57 s",
        "125000000, 2 min 05 s, 2 min 05 s"
    })
    void durationsReadAsPeopleWriteThem(long micros, String english, String french) {
        var duration = Duration.ofNanos(micros * 1000);
        assertEquals(english, Durations.text(duration, Language.ENGLISH).replace('\u00a0', ' '));
        assertEquals(french, Durations.text(duration, Language.FRENCH).replace('\u00a0', ' '));
    }
}
