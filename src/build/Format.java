import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats every Java file below the given folders, or with `--check` only says which ones differ.
/// Runs in the toolchain's JDK, since the formatter parses with the compiler it runs on (ADR 0007).
final class Format {
    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean check = List.of(args).contains("--check");
        var arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        for (String arg : args) {
            if (!arg.equals("--check")) {
                arguments.addAll(javaFiles(Path.of(arg)));
            }
        }
        Main.main(arguments.toArray(new String[0]));
    }

    private static List<String> javaFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
