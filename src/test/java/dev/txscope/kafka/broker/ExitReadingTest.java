package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.event.BrokerProblem;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;

class ExitReadingTest {

    @Test
    void aSignalIsCalledByItsName() {
        assertEquals(killed("SIGTERM"), ExitReading.of(143, List.of("2026-01-01 INFO fine")));
        assertEquals(killed("signal 31"), ExitReading.of(159, List.of()));
    }

    @Test
    void theMachinesOwnWordOnMemoryIsBelieved() {
        String line =
                "# There is insufficient memory for the Java Runtime Environment to continue.";

        assertEquals(
                new ChildWord.Failed(BrokerProblem.NO_MEMORY, line),
                ExitReading.of(134, List.of("#", line, "# more")));
    }

    @Test
    void theMachinesOwnWordOnItsCrashIsBelieved() {
        var tail =
                List.of(
                        "2026-01-01 INFO fine",
                        "#",
                        "# A fatal error has been detected by the Java Runtime Environment:",
                        "#",
                        "#  SIGSEGV (0xb) at pc=0x00007f4aac40b472, pid=31482, tid=31483",
                        "#");
        var crashed =
                new ChildWord.Failed(
                        BrokerProblem.CRASHED,
                        "SIGSEGV (0xb) at pc=0x00007f4aac40b472, pid=31482, tid=31483");

        assertEquals(crashed, ExitReading.of(1, tail));
        assertEquals(crashed, ExitReading.of(134, tail));
    }

    @Test
    void aBrokerThatOnlyLoggedAboutMemoryWasStillKilled() {
        var tail = List.of("2026-01-01 00:00:00.000 SEVERE Could not reserve enough space (x)");

        assertEquals(killed("SIGKILL"), ExitReading.of(137, tail));
    }

    @Test
    void otherwiseTheLastLineSpeaks() {
        assertEquals(unknown("two"), ExitReading.of(1, List.of("one", "two")));
        assertEquals(unknown("exit 7"), ExitReading.of(7, List.of()));
    }

    @Test
    void aProcessThatNeverWasIsReadFromItsException() {
        assertEquals(
                BrokerProblem.NO_MEMORY,
                ExitReading.ofStart(new IOException("error=12, Cannot allocate memory")).problem());
        assertEquals(
                new ChildWord.Failed(BrokerProblem.FOLDER_NOT_WRITABLE, "/nowhere"),
                ExitReading.ofStart(new AccessDeniedException("/nowhere")));
        assertEquals(unknown("odd"), ExitReading.ofStart(new IOException("odd")));
    }

    private static ChildWord.Failed killed(String signal) {
        return new ChildWord.Failed(BrokerProblem.KILLED, signal);
    }

    private static ChildWord.Failed unknown(String detail) {
        return new ChildWord.Failed(BrokerProblem.UNKNOWN, detail);
    }
}
