import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// The start-up caches of window and broker (JEP 514), trained in the image by a run of the main
/// path.
final class Cache {
    private static final int LIMIT_MINUTES = 10;

    /// The quick compiler, which is all that window and broker use, has no need of them; to read
    /// and follow them costs both some of their start.
    private static final String NO_PROFILES =
            "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining";

    private final Place place;
    private final Image image;

    Cache(Place place, Image image) {
        this.place = place;
        this.image = image;
    }

    void train() throws IOException, InterruptedException, BackingStoreException {
        Path home = Files.createDirectories(place.work().resolve("training"));
        var command = new ArrayList<>(List.of(place.java().toString()));
        for (String option : image.javaOptions()) {
            command.add(image.inPlace(option.replace("AOTCache=", "AOTCacheOutput=")));
        }
        command.add("-Dtxscope.rehearsal=4");
        command.add("-Dtxscope.broker.end=300"); // In its end it writes its cache.
        command.add("-Djava.util.prefs.userRoot=" + home);
        command.add("-Duser.home=" + home); // Nothing of who builds is read or written.
        Process screen = null;
        var environment = new ProcessBuilder().environment();
        var training = new ProcessBuilder();
        training.environment().remove("XDG_STATE_HOME");
        training.environment().put("JAVA_TOOL_OPTIONS", NO_PROFILES); // For the broker too.
        if (place.system() == Place.Sys.LINUX) {
            keepAChoice(home);
            if (Tools.has("Xvfb")) {
                screen = startXvfb();
                training.environment().put("DISPLAY", display(screen));
                // Here there is no graphics device; where there is one, its classes are wanted.
                command.add("-Dprism.order=es2,sw");
            } else if (!environment.containsKey("DISPLAY")) {
                System.out.println(
                        "No display and no Xvfb: trained on JavaFX's headless platform.");
                training.environment().put("DISPLAY", "none");
                command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
            }
        }
        command.addAll(List.of("-cp", image.inPlace(image.classPath()), image.mainClass()));
        try {
            run(training.command(command));
        } finally {
            if (screen != null) {
                screen.destroy();
            }
        }
        for (String name : List.of("window.aot", "broker.aot")) {
            if (Files.notExists(place.app().resolve(name))) {
                throw new IllegalStateException("The training has made no " + name);
            }
        }
    }

    /// What has been chosen once is read at each start, on Linux as XML: those classes are wanted
    /// too.
    private static void keepAChoice(Path home) throws BackingStoreException {
        System.setProperty("java.util.prefs.userRoot", home.toString());
        var choices = Preferences.userRoot().node("dev/txscope");
        choices.put("theme", "SYSTEM");
        choices.flush();
    }

    private static void run(ProcessBuilder training) throws IOException, InterruptedException {
        var process =
                training.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close(); // It ends by itself after its last transaction.
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("The training did not end");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The training ended with " + process.exitValue());
        }
    }

    private static Process startXvfb() throws IOException {
        return new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String display(Process xvfb) throws IOException {
        BufferedReader said = xvfb.inputReader();
        return ":" + said.readLine();
    }
}
