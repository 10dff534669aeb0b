import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Makes the application image and this system's installers: `mvn -Pdist package` (ADR 0014).
///
/// Runs in the toolchain's JDK, from whose own modules the runtime is linked. What is made is in
/// `target/dist`, what it is made of in `target/dist-work`.
final class Dist {
    private Dist() {}

    /// @param args the version, the build's folder, the program's jar in it, the run-time class
    ///   path
    public static void main(String[] args) throws Exception {
        var place = Place.of(args[0], Path.of(args[1]));
        Tools.delete(place.out());
        Tools.delete(place.work());
        Files.createDirectories(place.out());
        List<Path> jars =
                Arrays.stream(args[3].split(File.pathSeparator))
                        .map(Path::of)
                        .filter(jar -> jar.toString().endsWith(".jar"))
                        .toList();
        new RuntimeImage(place).link(jars);
        new Licences(place.target().resolve("licences")).collect(others(place, jars));
        var application = new Jars(place);
        application.collect(jars, Path.of(args[1]).resolve(args[2]));
        var image = new Image(place);
        image.make(args[2]);
        new Cache(place, image).train();
        image.finish();
        new Installers(place).make();
        Tools.tell(place.out());
    }

    /// What is neither in the runtime nor ours.
    private static List<Path> others(Place place, List<Path> jars) {
        return jars.stream()
                .filter(jar -> !RuntimeImage.isJavaFx(jar) && !jar.startsWith(place.target()))
                .toList();
    }
}
