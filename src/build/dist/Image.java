import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The application image, and what its launcher starts.
final class Image {
    private static final String APP = "$APPDIR";

    private final Place place;

    Image(Place place) {
        this.place = place;
    }

    void make(String mainJar) throws IOException {
        var words = new ArrayList<>(List.of("--type", "app-image", "--main-jar", mainJar));
        words.addAll(place.options("image.options"));
        words.addAll(List.of("--app-version", place.numbers()));
        words.addAll(List.of("--input", place.input().toString()));
        words.addAll(List.of("--runtime-image", place.runtime().toString()));
        words.addAll(List.of("--dest", place.image().getParent().toString()));
        Tools.jdk("jpackage", words);
        // Not by jpackage's option, which takes quotation marks away.
        var lines = new ArrayList<>(Files.readAllLines(launcher()));
        lines.add(lines.indexOf("[JavaOptions]") + 1, "java-options=" + onError());
        Files.write(launcher(), lines);
    }

    /// What the virtual machine runs when it has written of its own crash: that holds parts of its
    /// memory, and a report without them takes its place.
    private String onError() {
        String app = APP + place.app().getFileSystem().getSeparator();
        String command =
                "\"%s%s\" -cp \"%s*\" dev.txscope.AfterCrash"
                        .formatted(app, place.app().relativize(place.java()), app);
        // Windows' shell takes the outermost quotation marks away when there are others.
        return "-XX:OnError="
                + (place.system() == Place.Sys.WINDOWS ? '"' + command + '"' : command);
    }

    /// What the launcher gives the JVM, written as in its file, with `$APPDIR` for the folder of
    /// the jars.
    List<String> javaOptions() throws IOException {
        return values("java-options");
    }

    String mainClass() throws IOException {
        return values("app.mainclass").getFirst();
    }

    String classPath() throws IOException {
        return String.join(File.pathSeparator, values("app.classpath"));
    }

    String inPlace(String text) {
        return text.replace(APP, place.app().toString());
    }

    private List<String> values(String key) throws IOException {
        return Files.readAllLines(launcher()).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    /// What jpackage's launcher reads.
    private Path launcher() throws IOException {
        try (var files = Files.list(place.app())) {
            return files.filter(f -> f.toString().endsWith(".cfg")).findFirst().orElseThrow();
        }
    }

    /// What is left to do once the caches are in it.
    void finish() throws IOException, InterruptedException {
        switch (place.system()) {
            case LINUX -> writeScript();
            // The caches came after jpackage's signature, which holds for the whole bundle.
            case MACOS ->
                    Tools.run("codesign", "--force", "--deep", "-s", "-", place.image().toString());
            case WINDOWS -> {}
        }
    }

    /// A shell script in place of jpackage's launcher, which at every start asks rpm and dpkg which
    /// package it belongs to. What the virtual machine itself says of a crash goes where the
    /// reports of the program are.
    private void writeScript() throws IOException {
        String options =
                javaOptions().stream()
                        .map(option -> option.replace("\"", "\\\"").replace(APP, "$app"))
                        .map(option -> "\"" + option + "\"")
                        .collect(Collectors.joining(" \\\n    "));
        String script =
                """
                #!/bin/sh
                # What can be told without starting a program is: each takes some of a cold disk.
                launcher=$0
                case $launcher in
                    /*) [ ! -h "$launcher" ] ;;
                    *) false ;;
                esac || launcher=$(readlink -f "$launcher")
                root=${launcher%%/bin/*}
                app=$root/lib/app
                # Read in one go: page by page, as Java does, takes a cold disk longer. When Java is
                # read, GTK: a program that does nothing loads it, and JavaFX finds it in memory.
                # The broker's cache last, so that it does not take the disk from the window.
                (cat "$root/lib/runtime/lib/server/libjvm.so" > /dev/null 2>&1 &)
                ({ cat "$app/window.aot"; LD_PRELOAD=libgtk-3.so.0 cat /dev/null; \\
                    cat "$app/broker.aot"; } > /dev/null 2>&1 &)
                # Where Java writes of its own crash, be it in the very first start. Exported, since
                # Java does not ask HOME where home is.
                case $XDG_STATE_HOME in
                    /*) ;;
                    *) export XDG_STATE_HOME="$HOME/.local/state" ;;
                esac
                state=$XDG_STATE_HOME/txscope
                [ -d "$state" ] || (umask 077; mkdir -p "$state" 2> /dev/null)
                # Java reads folders' names as the locale says; without one, not even its own.
                case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
                    C.UTF-8 | C.utf8) ;; # Which each system has.
                    *) [ "$(locale charmap 2> /dev/null)" = UTF-8 ] ;;
                esac || export LC_ALL=C.UTF-8 LANG=C.UTF-8
                # Else GTK loads OpenGL, to look for what JavaFX makes no use of.
                export GDK_GL="${GDK_GL:-disable}"
                # JavaFX adds these two itself: a variable that is added while another thread
                # looks for one can end the program, one that is there already cannot.
                export GDK_BACKEND="${GDK_BACKEND:-x11}"
                export IBUS_ENABLE_SYNC_MODE="${IBUS_ENABLE_SYNC_MODE:-1}"
                unset CLASSPATH JDK_JAVA_OPTIONS
                exec "$root/lib/runtime/bin/java" "-XX:ErrorFile=$state/jvm-error-%%p.log" %s \\
                    -cp "%s" \\
                    %s "$@"
                """
                        .formatted(options, classPath().replace(APP, "$app"), mainClass());
        Files.writeString(place.image().resolve("bin/txscope"), script);
        Files.delete(place.image().resolve("lib/libapplauncher.so"));
    }
}
