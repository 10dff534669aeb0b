package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Tells from an exception what is wrong with a broker. Lives in the broker's own process.
final class Diagnosis {
    /// Below this the disk counts as full, whatever an exception says in the system's language.
    private static final long FULL_BYTES = 1 << 20;

    private static final List<String> NO_SPACE =
            List.of(
                    "No space left on device",
                    "Disk quota exceeded",
                    "not enough space on the disk",
                    "File too large");
    private static final List<String> NOT_WRITABLE =
            List.of("Permission denied", "Read-only file system");

    private static final List<String> ADDRESS_IN_USE = List.of("Address already in use");

    private static final String BIND_FAILED = "Socket server failed to bind to";

    private final NodeConfig config;

    Diagnosis(NodeConfig config) {
        this.config = config;
    }

    /// What the exception means, or null if it does not tell.
    ChildWord.@Nullable Failed known(Throwable thrown) {
        return causes(thrown).map(this::knownAlone).filter(f -> f != null).findFirst().orElse(null);
    }

    /// What the exception means, with its own text if that is all there is to say.
    ChildWord.Failed of(Throwable thrown) {
        var known = known(thrown);
        return known != null
                ? known
                : unknown(String.valueOf(causes(thrown).reduce(thrown, (_, b) -> b)));
    }

    /// The last resort: a full disk has many faces, such as a fault in a mapped index file.
    ChildWord.Failed unknown(String detail) {
        return diskIsFull()
                ? failed(BrokerProblem.DISK_FULL, config.folder())
                : new ChildWord.Failed(BrokerProblem.UNKNOWN, detail);
    }

    /// Why the folder cannot be used, as the attempt to write to it told.
    ChildWord.Failed ofFolder(IOException thrown) {
        return says(thrown, NO_SPACE)
                ? failed(BrokerProblem.DISK_FULL, config.folder())
                : failed(BrokerProblem.FOLDER_NOT_WRITABLE, config.folder());
    }

    ChildWord.Failed folderInUse() {
        return failed(BrokerProblem.FOLDER_IN_USE, config.folder());
    }

    /// `log.dirs` is a list with commas, and nothing can quote them.
    ChildWord.Failed folderWithComma() {
        return failed(BrokerProblem.UNKNOWN, "log.dirs: comma in " + config.folder());
    }

    /// Kafka names the address itself, which may be the controller's; its cause says what was
    /// wrong.
    private ChildWord.@Nullable Failed ofBind(KafkaException thrown) {
        String message = String.valueOf(thrown.getMessage());
        String address =
                message.replaceFirst(".*" + BIND_FAILED + " ?", "").replaceFirst(": .*", "");
        return says(thrown, ADDRESS_IN_USE) ? failed(BrokerProblem.PORT_TAKEN, address) : null;
    }

    private ChildWord.Failed ofSocket(SocketException thrown) {
        String address = NodeConfig.HOST + ":" + config.port();
        return says(thrown, ADDRESS_IN_USE)
                ? failed(BrokerProblem.PORT_TAKEN, address)
                : failed(BrokerProblem.UNKNOWN, address + ": " + thrown.getMessage());
    }

    private ChildWord.@Nullable Failed knownAlone(Throwable thrown) {
        return switch (thrown) {
            case BrokerStartException ours -> ours.word();
            case OutOfMemoryError _ -> failed(BrokerProblem.NO_MEMORY, thrown.getMessage());
            case SocketException socket -> ofSocket(socket);
            case KafkaException kafka when says(kafka, List.of(BIND_FAILED)) -> ofBind(kafka);
            case AccessDeniedException _ ->
                    failed(BrokerProblem.FOLDER_NOT_WRITABLE, config.folder());
            case IOException io when says(io, NO_SPACE) -> ofFolder(io);
            case IOException io when says(io, NOT_WRITABLE) -> ofFolder(io);
            case Throwable t when says(t, List.of("Failed to acquire lock on file .lock")) ->
                    folderInUse();
            default -> null;
        };
    }

    private boolean diskIsFull() {
        try {
            Path data = config.data();
            return Files.getFileStore(data).getUsableSpace() < FULL_BYTES;
        } catch (IOException _) {
            return false; // Nothing can be said about a folder that is not there.
        }
    }

    private static ChildWord.Failed failed(BrokerProblem problem, @Nullable Object detail) {
        return new ChildWord.Failed(problem, String.valueOf(detail));
    }

    private static boolean says(Throwable thrown, List<String> texts) {
        String message = String.valueOf(thrown.getMessage());
        return texts.stream().anyMatch(message::contains);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
    }
}
