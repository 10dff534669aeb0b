package dev.txscope.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.Supplier;

/// One file for each fault that no one had expected: which program on which system, in which
/// thread, and where. The newest [#KEPT] stay.
public final class CrashReports {
    static final int KEPT = 10;

    private static final String NAME = "'crash-'uuuu-MM-dd'T'HHmmss.SSS'Z'";

    private final Path folder;
    private final Supplier<String> program;

    /// @param program what runs: name and versions; asked for when there is a report to write
    public CrashReports(Path folder, Supplier<String> program) {
        this.folder = folder;
        this.program = program;
    }

    /// Writes a report and returns where it is.
    ///
    /// @throws IOException if the folder cannot be made or written
    public Path write(Instant at, Thread thread, Throwable thrown) throws IOException {
        Files.createDirectories(folder);
        String text =
                "%s\n%s %s, Java %s\n%s\n\nThread %s\n%s"
                        .formatted(
                                program.get(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("java.runtime.version"),
                                at,
                                thread.getName(),
                                Trace.of(thrown));
        Path report = newFile(name(at), text);
        forgetOldest();
        return report;
    }

    /// Formats are loaded for it, which no start waits for.
    private static String name(Instant at) {
        return DateTimeFormatter.ofPattern(NAME).withZone(ZoneOffset.UTC).format(at);
    }

    private Path newFile(String name, String text) throws IOException {
        for (int i = 1; ; i++) {
            Path file = folder.resolve(i == 1 ? name + ".txt" : name + "-" + i + ".txt");
            try {
                return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException _) {
                // Another fault of the same moment.
            }
        }
    }

    private void forgetOldest() throws IOException {
        var reports = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "crash-*.txt")) {
            files.forEach(reports::add);
        }
        // Their names are in the order of their times.
        Collections.sort(reports);
        for (Path old : reports.subList(0, Math.max(0, reports.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
    }
}
