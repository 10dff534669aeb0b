import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The class path of the image: our jar and all others, without other systems' native libraries,
/// and in a form that start-up caches can hold.
final class Jars {
    /// A start-up cache is refused when a jar's time is another than in training. This one, the
    /// same in every build, is even, since zip and cab know only even seconds.
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

    private static final String CHANGE =
            """
            TxScope has changed this jar. Where it had native libraries for other systems, they
            were left out; lambdas of Scala, switches over types and methods that records have by
            themselves were given a form that Java's start-up caches can hold, and do the same; its
            manifest was cut down to what a start from such a cache needs. Nothing else differs
            from what its authors published.
            """;

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
        var all =
                Stream.concat(
                                Stream.of(own),
                                jars.stream().filter(jar -> !jar.startsWith(place.target())))
                        .toList();
        Files.createDirectories(place.input());
        try (var classes = new URLClassLoader(all.stream().map(Jars::url).toArray(URL[]::new))) {
            var callSites = new CallSites(classes);
            var sheets = new Stylesheets(classes, place.work());
            for (Path jar : all) {
                if (!RuntimeImage.isJavaFx(jar)) {
                    copy(jar, callSites, sheets);
                }
            }
        }
        Tools.copy(place.target().resolve("licences"), place.input().resolve("licences"));
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path jar, CallSites callSites, Stylesheets sheets) throws IOException {
        boolean own = jar.startsWith(place.target());
        Path copy = place.input().resolve(jar.getFileName());
        boolean changed = false;
        try (var from = new JarFile(jar.toFile());
                var out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (var entry : from.stream().toList()) {
                if (isForOthers(entry)) {
                    changed = true;
                    continue;
                }
                out.putNextEntry(named(entry.getName(), entry));
                byte[] content = from.getInputStream(entry).readAllBytes();
                byte[] quick = content;
                if (isClass(entry)) {
                    quick = callSites.cacheable(content);
                } else if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    quick = shortened(from.getManifest());
                }
                out.write(quick);
                changed |= !Arrays.equals(quick, content);
                if (own && Stylesheets.standsAlone(entry.getName(), content)) {
                    out.putNextEntry(named(Stylesheets.nameOfBinary(entry.getName()), entry));
                    out.write(sheets.binary(content));
                }
            }
        }
        Files.setLastModifiedTime(copy, TIME);
        if (changed && !own) {
            tellOfChange(jar);
        }
    }

    private static ZipEntry named(String name, ZipEntry entry) {
        var named = new ZipEntry(name);
        named.setTime(entry.getTime());
        return named;
    }

    /// Java reads the manifests of all jars whenever it starts from a cache; that of Scala's
    /// library alone, 160 kB for module systems that are not here, takes it 10 ms.
    private static byte[] shortened(Manifest manifest) throws IOException {
        var needed = new Manifest();
        for (var name : List.of(Attributes.Name.MANIFEST_VERSION, Attributes.Name.MULTI_RELEASE)) {
            String value = manifest.getMainAttributes().getValue(name);
            if (value != null) {
                needed.getMainAttributes().put(name, value);
            }
        }
        var bytes = new ByteArrayOutputStream();
        needed.write(bytes);
        return bytes.toByteArray();
    }

    /// As licences of others ask of who changes their files.
    private void tellOfChange(Path jar) throws IOException {
        Path licence = place.target().resolve("licences").resolve(Licences.name(jar));
        Files.writeString(licence.resolve("CHANGES-IN-TXSCOPE.txt"), CHANGE);
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class");
    }

    private boolean isForOthers(ZipEntry entry) {
        String name = entry.getName();
        return RuntimeImage.isLibrary(name) && !ours.matcher(name).matches();
    }
}
