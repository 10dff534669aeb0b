import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This system's installers of the image, and a plain archive of it.
final class Installers {
    private final Place place;

    Installers(Place place) {
        this.place = place;
    }

    void make() throws IOException, InterruptedException {
        archive();
        switch (place.system()) {
            case LINUX -> new LinuxPackages(place).make();
            case WINDOWS -> {
                if (Tools.has("wix") || Tools.has("candle")) {
                    jpackage("msi");
                } else {
                    System.out.println("No msi: it takes the WiX toolset, and there is none.");
                }
            }
            case MACOS -> jpackage("dmg");
        }
    }

    private void jpackage(String type) throws IOException {
        var words = new ArrayList<>(List.of("--type", type, "--name", "TxScope"));
        words.addAll(place.options(type + ".options"));
        words.addAll(List.of("--app-version", place.numbers(), "--vendor", "TxScope"));
        words.addAll(List.of("--app-image", place.image().toString()));
        words.addAll(List.of("--dest", place.out().toString()));
        Tools.jdk("jpackage", words);
    }

    /// Made by `tar`, which every system has and which keeps the files' times: the caches are
    /// refused without. On Windows it writes zip too.
    private void archive() throws IOException, InterruptedException {
        String name = "txscope-" + place.version();
        Path image = place.image();
        boolean windows = place.system() == Place.Sys.WINDOWS;
        Path file = place.out().resolve(name + (windows ? ".zip" : ".tar.gz"));
        Files.deleteIfExists(file);
        Tools.run(
                "tar",
                windows ? "-acf" : "-czf",
                file.toString(),
                "-C",
                image.getParent().toString(),
                image.getFileName().toString());
    }
}
