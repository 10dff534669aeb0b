import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/// The class path of the image: our jar and all others, without other systems' native libraries.
final class Jars {
    /// A start-up cache is refused when a jar's time is another than in training. This one, the
    /// same in every build, is even, since zip and cab know only even seconds.
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

    private final Place place;
    private final Pattern ours;

    Jars(Place place) {
        this.place = place;
        String system =
                switch (place.system()) {
                    case LINUX -> "linux";
                    case WINDOWS -> "win|windows";
                    case MACOS -> "mac|darwin";
                };
        String architecture =
                place.architecture().equals("aarch64") ? "aarch64|arm64" : "amd64|x86_64";
        ours =
                Pattern.compile(
                        "(.*/)?(%s)/(%s)/[^/]+".formatted(system, architecture),
                        Pattern.CASE_INSENSITIVE);
    }

    void collect(List<Path> jars, Path own) throws IOException {
        Files.createDirectories(place.input());
        copy(own);
        for (Path jar : jars) {
            if (!RuntimeImage.isJavaFx(jar) && !jar.startsWith(place.target())) {
                copy(jar);
            }
        }
        Tools.copy(place.target().resolve("licences"), place.input().resolve("licences"));
    }

    private void copy(Path jar) throws IOException {
        Path copy = place.input().resolve(jar.getFileName());
        try (var from = new JarFile(jar.toFile())) {
            if (from.stream().anyMatch(this::isForOthers)) {
                rewrite(from, copy);
            } else {
                Files.copy(jar, copy);
            }
        }
        Files.setLastModifiedTime(copy, TIME);
    }

    private boolean isForOthers(ZipEntry entry) {
        String name = entry.getName();
        return RuntimeImage.isLibrary(name) && !ours.matcher(name).matches();
    }

    private void rewrite(JarFile from, Path to) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(to))) {
            for (var entry : from.stream().toList()) {
                if (!isForOthers(entry)) {
                    var same = new ZipEntry(entry.getName());
                    same.setTime(entry.getTime());
                    out.putNextEntry(same);
                    try (var in = from.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }
}
