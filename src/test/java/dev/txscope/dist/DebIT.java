package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the deb holds, and what it leaves when it is installed, upgraded and removed.
class DebIT {
    private static final long DEB_BYTES = 100_000_000;
    private static final long INSTALLED_KILOBYTES = 240_000;
    private static final String ID = "dev.txscope.TxScope";

    /// All of a package's files are of these.
    private static final List<Pattern> EXPECTED =
            List.of(
                    Pattern.compile("opt(/txscope(/(bin|lib)(/.*)?)?)?"),
                    Pattern.compile("usr(/bin(/txscope)?)?"),
                    Pattern.compile("usr/share"),
                    Pattern.compile("usr/share/applications(/" + ID + "\\.desktop)?"),
                    Pattern.compile("usr/share/metainfo(/" + ID + "\\.metainfo\\.xml)?"),
                    Pattern.compile("usr/share/doc(/txscope(/copyright)?)?"),
                    Pattern.compile("usr/share/icons(/hicolor)?"),
                    Pattern.compile(
                            "usr/share/icons/hicolor/(\\d+x\\d+(/apps(/" + ID + "\\.png)?)?)"),
                    Pattern.compile(
                            "usr/share/icons/hicolor/scalable(/apps(/" + ID + "\\.svg)?)?"));

    @TempDir Path folder;

    @BeforeAll
    static void tools() {
        Commands.need("dpkg", "dpkg-deb");
    }

    @Test
    void itIsSmallAndHoldsNothingUnexpected() throws Exception {
        Path deb = CleanRoot.built();
        assertTrue(Files.size(deb) <= DEB_BYTES, () -> deb + " is large");
        String kilobytes = Commands.run("dpkg-deb", "--field", deb.toString(), "Installed-Size");
        assertTrue(Long.parseLong(kilobytes) <= INSTALLED_KILOBYTES, kilobytes);
        for (String line :
                Commands.run("dpkg-deb", "--contents", deb.toString()).lines().toList()) {
            var words = line.split("\\s+", 6);
            String name = words[5].replaceFirst("^\\./", "").replaceFirst("/?( -> .*)?$", "");
            boolean known = name.isEmpty() || EXPECTED.stream().anyMatch(p -> matches(p, name));
            assertTrue(known, line);
            assertEquals("root/root", words[1], line);
            assertTrue(words[0].matches("drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx"), line);
        }
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    @Test
    void theDesktopFindsIt() throws Exception {
        Commands.need("desktop-file-validate");
        var root = installed();
        Path share = root.folder().resolve("usr/share");
        Path entry = share.resolve("applications/" + ID + ".desktop");
        assertEquals("", Commands.run("desktop-file-validate", entry.toString()));
        String command = line(entry, "Exec=").split(" ", 2)[0];
        assertTrue(Files.isExecutable(root.folder().resolve(command.substring(1))), command);
        assertTrue(Files.isExecutable(root.folder().resolve("usr/bin/txscope").toRealPath()));
        Path icons = share.resolve("icons/hicolor");
        String icon = line(entry, "Icon=");
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
            Path file = icons.resolve("%1$dx%1$d/apps/%2$s.png".formatted(size, icon));
            assertEquals(size, javax.imageio.ImageIO.read(file.toFile()).getWidth());
        }
        assertTrue(Files.exists(icons.resolve("scalable/apps/" + icon + ".svg")));
    }

    private static String line(Path file, String start) throws Exception {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void softwareCentresUnderstandIt() throws Exception {
        Commands.need("appstreamcli");
        Path file = installed().folder().resolve("usr/share/metainfo/" + ID + ".metainfo.xml");
        String text = Files.readString(file);
        assertTrue(!text.contains("${"), text);
        String version = installedVersion();
        assertTrue(text.contains("<release version=\"" + version + "\""), text);
        var ended =
                Commands.run(
                        Map.of(), List.of("appstreamcli", "validate", "--no-net", file.toString()));
        assertEquals(0, ended.code(), ended::said);
    }

    private String installedVersion() throws Exception {
        return Commands.run("dpkg-deb", "--field", CleanRoot.built().toString(), "Version");
    }

    /// A person has used the older one; what that left in the home folder stays as it is.
    @Test
    void upgradeAndRemovalLeaveOnlyThePersonsSettings() throws Exception {
        Commands.needRoot();
        Commands.need(Desk.COMMANDS);
        Commands.need("setpriv", "useradd");
        open(folder);
        var root = CleanRoot.in(Files.createDirectory(folder.resolve("root")));
        root.install(older());
        try (var person = Person.arrive(folder);
                var desk = Desk.open(folder)) {
            use(desk, person, root);
            var left = contents(person);
            assertTrue(
                    left.keySet().stream().anyMatch(f -> f.contains("userPrefs")), left::toString);
            root.install(CleanRoot.built());
            assertEquals(installedVersion(), root.version());
            assertEquals(installed().files(), root.files());
            use(desk, person, root);
            var kept = contents(person);
            kept.keySet().removeIf(file -> file.endsWith(".log"));
            left.keySet().removeIf(file -> file.endsWith(".log"));
            assertEquals(left, kept);
            root.purge();
            assertEquals(List.of(), root.files());
            assertTrue(contents(person).entrySet().containsAll(kept.entrySet()));
        }
    }

    /// Changes a choice and closes.
    private void use(Desk desk, Person person, CleanRoot root) throws Exception {
        Path launcher = root.folder().resolve("usr/bin/txscope");
        var program = StartedProgram.start(desk, person, folder, launcher, Map.of("LANG", "C"));
        program.awaitTitle();
        program.press("d");
        program.press("d");
        program.close();
    }

    /// The person's files and what is in them.
    private static Map<String, String> contents(Person person) throws Exception {
        var contents = new TreeMap<String, String>();
        var own = person.files().stream().filter(file -> !file.startsWith("~/.cache/"));
        for (String file : own.toList()) {
            Path path = Path.of(file.replace("~", person.home().toString()));
            contents.put(file, Files.readString(path));
        }
        return contents;
    }

    /// The same with another version and a file that the newer one has not.
    private Path older() throws Exception {
        Path tree = folder.resolve("older");
        Path deb = folder.resolve("older.deb");
        Commands.run("dpkg-deb", "--raw-extract", CleanRoot.built().toString(), tree.toString());
        Path control = tree.resolve("DEBIAN/control");
        String text = Files.readString(control);
        Files.writeString(control, text.replaceFirst("Version: .*", "Version: 0.0.1"));
        Files.createFile(tree.resolve("opt/txscope/lib/app/older.jar"));
        Commands.run("dpkg-deb", "-Znone", "--build", tree.toString(), deb.toString());
        return deb;
    }

    private CleanRoot installed() throws Exception {
        Path place = folder.resolve("installed");
        if (Files.exists(place)) {
            return new CleanRoot(place);
        }
        var root = CleanRoot.in(Files.createDirectory(place));
        root.install(CleanRoot.built());
        return root;
    }

    private static void open(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
