package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program, with nothing of the build in its reach: `mvn -Pdist verify`.
class ImageIT {
    private static final long LIMIT_SECONDS = 300;

    /// A start-up cache that is refused is an error, for the window and, since it inherits this,
    /// for the broker.
    private static final String STRICT = "-XX:AOTMode=on";

    /// Of some 750 classes for lambdas and switches, those of code that a start may reach and the
    /// training did not.
    private static final int MADE_ALL_THE_SAME = 30;

    /// Of some 115 forms of method handles, those of code that nobody here has written.
    private static final int FORMS_ALL_THE_SAME = 40;

    private static final Map<String, String> HEADLESS = Map.of("DISPLAY", "none");
    private static final String HEADLESS_WALK =
            " -Dglass.platform=Headless -Dprism.order=sw -Dtxscope.rehearsal=2";

    @TempDir Path folder;

    private Path said;

    @BeforeEach
    void names() {
        said = folder.resolve("said.txt");
    }

    @Test
    void windowAndBrokerAreLoadedFromTheirCaches() throws Exception {
        var program = PackagedProgram.built();
        assertEquals(
                0,
                run(program, STRICT + " -Xlog:class+load:file=load-%p.log" + HEADLESS_WALK),
                this::said);
        assertEquals(List.of("SHOWN", "COMPLETE", "USABLE", "DONE"), words());
        assertTrue(isShared("dev.txscope.ui.shell.MainWindow"));
        assertTrue(isShared("kafka.server.KafkaRaftServer"));
        var made = made("(kafka|scala|dev[.]txscope)[.].*[$][$](Lambda|TypeSwitch)/");
        assertTrue(made.size() < MADE_ALL_THE_SAME, made::toString);
        var forms = made("java[.]lang[.]invoke[.]LambdaForm[$]");
        assertTrue(forms.size() < FORMS_ALL_THE_SAME, forms::toString);
    }

    @Test
    void aCacheThatIsRefusedWouldBeNoticed() throws Exception {
        var program = PackagedProgram.built();
        Path none = folder.resolve("none.aot");
        var environment = Map.of("_JAVA_OPTIONS", "-XX:AOTCache=" + none);
        int code = start(program, STRICT, environment, "--version");
        assertNotEquals(0, code, this::said);
    }

    @Test
    void theCachesHoldAnywhere() throws Exception {
        Path moved = Path.of("target/dist-work/Là où l’été passe").toAbsolutePath();
        try {
            link(PackagedProgram.built().root(), moved);
            var environment = Map.of("LC_ALL", "C.UTF-8");
            int code = start(new PackagedProgram(moved), STRICT, environment, "demo");
            assertEquals(0, code, this::said);
        } finally {
            delete(moved);
        }
    }

    @Test
    void everyCompressionAndAnEncryptedBrokerWork() throws Exception {
        var program = PackagedProgram.built();
        String classPath =
                String.join(
                        File.pathSeparator,
                        program.classPath(),
                        Path.of("target/test-classes").toAbsolutePath().toString());
        var command =
                new ProcessBuilder(
                        program.java().toString(),
                        "-cp",
                        classPath,
                        ImageProbe.class.getName(),
                        folder.toString());
        assertEquals(0, end(command), this::said);
        assertEquals(ImageProbe.CODECS, words());
    }

    private int run(PackagedProgram program, String options) throws Exception {
        return start(program, options, HEADLESS);
    }

    private int start(
            PackagedProgram program,
            String options,
            Map<String, String> environment,
            String... arguments)
            throws Exception {
        var command = new ProcessBuilder(program.launcher().toString());
        command.command().addAll(List.of(arguments));
        command.environment().put("JAVA_TOOL_OPTIONS", options);
        command.environment().put("XDG_STATE_HOME", folder.toString());
        command.environment().putAll(environment);
        return end(command);
    }

    private int end(ProcessBuilder command) throws Exception {
        var process =
                command.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /// What the program itself said, without the JVM's remarks about its options.
    private List<String> words() {
        return said().lines().filter(line -> line.matches("[A-Za-z0-9]+")).toList();
    }

    /// Whether a process took the class from its cache.
    private boolean isShared(String type) throws IOException {
        try (var logs = Files.newDirectoryStream(folder, "load-*.log")) {
            for (Path log : logs) {
                if (Files.readString(log).contains(type + " source: shared objects file")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Classes of such names that are in no cache.
    private List<String> made(String names) throws IOException {
        var found = new ArrayList<String>();
        try (var logs = Files.newDirectoryStream(folder, "load-*.log")) {
            for (Path log : logs) {
                try (var lines = Files.lines(log)) {
                    lines.filter(line -> line.matches(".* " + names + ".*"))
                            .filter(line -> !line.contains("source: shared objects file"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /// The same files under another name, which is quicker than a copy of so much.
    private static void link(Path from, Path to) throws IOException {
        delete(to);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(there);
                } else {
                    Files.createLink(there, file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
