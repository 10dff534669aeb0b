package dev.txscope.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
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
import java.util.List;
import java.util.function.Supplier;

/// One file for each fault that no one had expected: which program on which system, in which
/// thread, and where. The newest [#KEPT] stay.
///
/// A crash of the virtual machine itself leaves a report of its own, with parts of its memory. It
/// starts a program that makes one of ours of it at once; where it could not, whoever sees it end
/// does, or the next run.
public final class CrashReports {
    static final int KEPT = 10;

    /// As the launcher and the broker's keeper name them, and the virtual machine itself.
    private static final String LEFT = "{jvm-error-*,*-jvm-error,hs_err_pid*}.log";

    private static final String CRASHED =
            "The virtual machine crashed. Its report, without what its memory held:\n";

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
        return write(at, "Thread " + thread.getName() + "\n" + Trace.of(thrown));
    }

    private Path write(Instant at, String what) throws IOException {
        Files.createDirectories(folder);
        String text =
                "%s\n%s %s, Java %s\n%s\n\n%s"
                        .formatted(
                                program.get(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("java.runtime.version"),
                                at,
                                what);
        Path report = newFile(name(at), text);
        forgetOldest();
        return report;
    }

    /// Makes reports of what virtual machines that ran this program have left in a folder, this one
    /// or another, and removes that. What another run is still writing, or another user's, stays.
    ///
    /// @return the new reports
    /// @throws IOException if this folder cannot be made or written; then what was left is without
    ///   what memory held, too, but stays where it is
    public List<Path> takeFrom(Path other) throws IOException {
        var reports = new ArrayList<Path>();
        IOException refused = null;
        for (Path left : leftIn(other)) {
            var kept = JvmReport.withoutContents(read(left));
            if (kept.isPresent()) {
                String what = CRASHED + kept.get();
                try {
                    Path report = write(lastModified(left), what);
                    if (isRemoved(left)) {
                        reports.add(report);
                    } else {
                        Files.deleteIfExists(report);
                    }
                } catch (IOException e) {
                    Files.writeString(left, what);
                    refused = e;
                }
            }
        }
        if (refused != null) {
            throw refused;
        }
        return reports;
    }

    private static List<Path> leftIn(Path folder) {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, LEFT)) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException _) {
            // A folder that is not there, or not ours to look into, holds nothing of ours.
        }
        return files;
    }

    /// What cannot be read is not ours.
    private static String read(Path left) {
        try {
            // What memory held may be in no encoding: that is replaced, not refused.
            return new String(Files.readAllBytes(left), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private static Instant lastModified(Path left) {
        return Instant.ofEpochMilli(left.toFile().lastModified());
    }

    private static boolean isRemoved(Path left) {
        try {
            Files.delete(left);
            return true;
        } catch (IOException _) {
            return false;
        }
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
