package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.txscope.event.BrokerProblem;

import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

class DiagnosisTest {
    @TempDir private Path folder;

    @Test
    void theCauseIsReadThroughAllThatWrapsIt() {
        var thrown =
                new RuntimeException(
                        new KafkaException("bind", new BindException("Address already in use")));

        assertEquals(failed(BrokerProblem.PORT_TAKEN, "127.0.0.1:9092"), diagnosis().of(thrown));
    }

    @Test
    void theControllersPortIsNamedWhenItIsTheOneThatIsTaken() {
        var thrown =
                new KafkaException(
                        "Socket server failed to bind to 127.0.0.1:9093: Address already in use.",
                        new BindException("Address already in use"));

        assertEquals(failed(BrokerProblem.PORT_TAKEN, "127.0.0.1:9093"), diagnosis().of(thrown));
    }

    @Test
    void aPortThatTheSystemRefusesIsNotCalledTaken() {
        assertEquals(
                failed(BrokerProblem.UNKNOWN, "127.0.0.1:9092: Permission denied"),
                diagnosis().of(new BindException("Permission denied")));
    }

    @Test
    void eachTroubleWithTheFolderIsTold() {
        String path = folder.toString();

        assertEquals(
                failed(BrokerProblem.DISK_FULL, path),
                diagnosis().of(new IOException("No space left on device")));
        assertEquals(
                failed(BrokerProblem.FOLDER_NOT_WRITABLE, path),
                diagnosis().of(new AccessDeniedException(path)));
        assertEquals(
                failed(BrokerProblem.FOLDER_IN_USE, path),
                diagnosis().of(new KafkaException("Failed to acquire lock on file .lock in x")));
    }

    @Test
    void whatTellsNothingIsUnknownWithItsRootsText() {
        var thrown = new IllegalStateException("outer", new IllegalArgumentException("inner"));

        assertNull(diagnosis().known(thrown));
        assertEquals(
                failed(BrokerProblem.UNKNOWN, "java.lang.IllegalArgumentException: inner"),
                diagnosis().of(thrown));
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(
                new NodeConfig(1, 9092, List.of(new NodeConfig.Voter(1, 9093)), folder, false));
    }

    private static ChildWord.Failed failed(BrokerProblem problem, String detail) {
        return new ChildWord.Failed(problem, detail);
    }
}
