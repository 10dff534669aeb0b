package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The deb, installed in a clean root and used by an ordinary person on a display of its own.
class DebWindowIT {
    private static final long BROKER_END_SECONDS = 5;
    private static final long CRASH_SECONDS = 60;
    private static final Map<String, String> ENGLISH = Map.of("LANG", "en_US.UTF-8");

    /// Under `/tmp`, where everybody may go.
    @TempDir static Path shared;

    @TempDir Path folder;

    private static Path root;
    private static Desk desk;
    private Person person;

    @BeforeAll
    static void install() throws Exception {
        Commands.needRoot();
        Commands.need(Desk.COMMANDS);
        Commands.need("dpkg", "kcat", "setpriv", "useradd", "localedef");
        open(shared);
        root = Files.createDirectory(shared.resolve("root"));
        CleanRoot.in(root).install(CleanRoot.built());
        desk = Desk.open(shared);
    }

    @AfterAll
    static void leave() {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void arrive() throws Exception {
        open(folder);
        person = Person.arrive(folder);
    }

    @AfterEach
    void depart() throws Exception {
        person.close();
    }

    @Test
    void aWalkByHandLeavesSettingsAndStateAndNothingElse() throws Exception {
        var program = start(root.resolve("usr/bin/txscope"), ENGLISH);
        assertEquals("TxScope · see a Kafka transaction happen", program.awaitTitle());
        assertEquals(entry("StartupWMClass"), program.windowClass());
        program.press("d"); // Details: a choice that is kept.
        program.walk();
        desk.stillPicture(picture());
        assertOpenGlIsNotLoadedInVain(program);
        assertJavaFxAddsNoVariable(program);
        program.close();
        assertEquals(List.of(), person.processes());
        assertOnlySettingsAndState();
        assertTrue(person.files().stream().anyMatch(f -> f.startsWith("~/.java/.userPrefs/")));
        assertTrue(person.files().stream().anyMatch(f -> f.startsWith("~/.local/state/txscope/")));
    }

    @Test
    void inFrenchFromAReadOnlyFolderWithSpacesAndAccents() throws Exception {
        Path locales = Files.createDirectory(folder.resolve("locales"));
        String french = "fr_FR.UTF-8";
        Commands.run("localedef", "-i", "fr_FR", "-f", "UTF-8", locales.resolve(french).toString());
        var environment = Map.of("LANG", french, "LOCPATH", locales.toString());
        var program = start(oddPlace(), environment);
        assertEquals("TxScope · voir une transaction Kafka", program.awaitTitle());
        program.walk();
        program.close();
        assertOnlySettingsAndState();
    }

    /// Nothing tells Java how the accents in the folder's name are written.
    @Test
    void withoutALocaleAndWithAHomeFolderThatCannotBeWritten() throws Exception {
        Files.setPosixFilePermissions(person.home(), PosixFilePermissions.fromString("r-xr-xr-x"));
        var program = start(oddPlace(), Map.of("LANG", "C"));
        assertEquals("TxScope · see a Kafka transaction happen", program.awaitTitle());
        program.walk();
        desk.stillPicture(picture().resolveSibling("window-home.png"));
        program.close();
        assertEquals(List.of(), person.files());
    }

    @Test
    void twoAtOnce() throws Exception {
        var one = start(root.resolve("usr/bin/txscope"), ENGLISH);
        var other = start(root.resolve("usr/bin/txscope"), ENGLISH);
        one.awaitTitle();
        other.awaitTitle();
        one.walk();
        other.walk();
        one.close();
        other.close();
        assertOnlySettingsAndState();
    }

    @Test
    void aKillTakesTheBrokerAlongAndTheNextStartWorks() throws Exception {
        var killed = start(root.resolve("usr/bin/txscope"), ENGLISH);
        killed.awaitTitle();
        killed.walk();
        var processes = killed.process().descendants().toList();
        assertFalse(processes.isEmpty());
        killed.process().destroyForcibly();
        for (var process : processes) {
            process.onExit().get(BROKER_END_SECONDS, TimeUnit.SECONDS);
        }
        var next = start(root.resolve("usr/bin/txscope"), ENGLISH);
        next.awaitTitle();
        next.walk();
        next.close();
        assertOnlySettingsAndState();
    }

    /// Even in a person's first start, which finds no folder for it.
    @Test
    void aCrashOfJavaItselfBecomesAReportAtOnce() throws Exception {
        var crashed = start(root.resolve("usr/bin/txscope"), ENGLISH);
        crashed.awaitTitle();
        crashed.walk();
        Commands.run("kill", "-SEGV", String.valueOf(crashed.process().pid()));
        crashed.process().onExit().get(CRASH_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of(), crashed.entries());
        var state = person.files().stream().map(file -> file.replaceAll(".*/", "")).toList();
        assertTrue(
                state.stream().anyMatch(file -> file.matches("crash-.*[.]txt")), state::toString);
        assertFalse(state.stream().anyMatch(file -> file.startsWith("jvm-")), state::toString);
        var next = start(root.resolve("usr/bin/txscope"), ENGLISH);
        next.awaitTitle();
        next.walk();
        next.close();
        assertOnlySettingsAndState();
    }

    private StartedProgram start(Path launcher, Map<String, String> environment) throws Exception {
        return StartedProgram.start(desk, person, folder, launcher, environment);
    }

    /// The same files elsewhere, root's and not to be written by the person.
    private Path oddPlace() throws Exception {
        Path odd = shared.resolve("é è ñ dir");
        if (Files.notExists(odd)) {
            Commands.run("cp", "-a", root.resolve("opt/txscope").toString(), odd.toString());
        }
        return odd.resolve("bin/txscope");
    }

    /// Beside what the desktop's own libraries keep for all programs alike.
    private void assertOnlySettingsAndState() throws Exception {
        var others =
                person.files().stream()
                        .filter(file -> !file.matches("~/\\.cache/(dconf|fontconfig|mesa_.*)/.*"))
                        .filter(file -> !file.startsWith("~/.java/.userPrefs/"))
                        .filter(file -> !file.startsWith("~/.local/state/txscope/"))
                        .toList();
        assertEquals(List.of(), others);
    }

    /// Neither JavaFX nor GTK look for it where there is no graphics device.
    private static void assertOpenGlIsNotLoadedInVain(StartedProgram program) throws Exception {
        if (Files.notExists(Path.of("/dev/dri")) && Files.notExists(Path.of("/dev/nvidia0"))) {
            String maps = Files.readString(Path.of("/proc/" + program.process().pid() + "/maps"));
            assertTrue(maps.contains("libgtk-3.so"), maps);
            assertFalse(maps.contains("libGL.so"), maps);
        }
    }

    /// While one is added, the C library moves all of them under threads that look for one.
    private static void assertJavaFxAddsNoVariable(StartedProgram program) throws Exception {
        String own = Files.readString(Path.of("/proc/" + program.process().pid() + "/environ"));
        var names = Arrays.stream(own.split("\0")).map(v -> v.split("=", 2)[0]).toList();
        assertTrue(names.containsAll(List.of("GDK_BACKEND", "IBUS_ENABLE_SYNC_MODE")), own);
    }

    private static String entry(String key) throws Exception {
        Path file = root.resolve("usr/share/applications/dev.txscope.TxScope.desktop");
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /// Where the picture is kept: the folder that `TXSCOPE_PICTURES` names, else in the build's.
    private static Path picture() throws Exception {
        String wanted = System.getenv("TXSCOPE_PICTURES");
        Path pictures = Path.of(wanted == null ? "target/dist-test" : wanted);
        return Files.createDirectories(pictures).resolve("window.png").toAbsolutePath();
    }

    private static void open(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
