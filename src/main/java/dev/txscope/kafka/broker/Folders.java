package dev.txscope.kafka.broker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Removes what nobody asked to keep. What cannot be removed stays: an end is never held up by it.
final class Folders {
    private Folders() {}

    /// The folder that was asked for, which its user will make, or a fresh one.
    static Path open(@Nullable Path wanted) throws IOException {
        return wanted != null ? wanted.toAbsolutePath() : Files.createTempDirectory("txscope-");
    }

    /// Removes the file, or the folder and all that is in it.
    static void remove(Path path) {
        try {
            Files.walkFileTree(path, new Remover());
        } catch (IOException _) {
            // Gone already, or held open by somebody.
        }
    }

    /// Removes what in the folder has a name that begins so.
    static void removeStartingWith(Path folder, String name) {
        try (var entries = Files.list(folder)) {
            List<Path> own =
                    entries.filter(e -> e.getFileName().toString().startsWith(name)).toList();
            own.forEach(Folders::remove);
        } catch (IOException _) {
            // The folder itself is gone.
        }
    }

    static void removeIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Another node's data is still in it, and goes with that node.
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException _) {
                // A file came meanwhile; the caller may come back for it.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
