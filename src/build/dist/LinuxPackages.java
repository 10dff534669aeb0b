import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The deb and the rpm: one tree of files and not one script, so that what was installed is what is
/// removed. The image is in `/opt/txscope`, what the desktop looks for is where it looks.
final class LinuxPackages {
    private static final String ID = "dev.txscope.TxScope";
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private final Place place;
    private final Path root;

    LinuxPackages(Place place) {
        this.place = place;
        root = place.work().resolve("root");
    }

    void make() throws IOException, InterruptedException {
        fill();
        if (Tools.has("dpkg-deb")) {
            deb();
        } else {
            System.out.println("No deb: it takes dpkg-deb, and there is none.");
        }
        if (Tools.has("rpmbuild")) {
            rpm();
        } else {
            System.out.println("No rpm: it takes rpmbuild, and there is none.");
        }
    }

    private void fill() throws IOException {
        Tools.copy(place.image(), root.resolve("opt/txscope"));
        Path share = root.resolve("usr/share");
        add(Path.of("LICENSE"), share.resolve("doc/txscope/copyright"));
        fillIn(place.packaging().resolve(ID + ".desktop"), share.resolve("applications"));
        fillIn(place.packaging().resolve(ID + ".metainfo.xml"), share.resolve("metainfo"));
        Path icons = share.resolve("icons/hicolor");
        add(Path.of("icons/txscope.svg"), icons.resolve("scalable/apps/" + ID + ".svg"));
        for (int size : SIZES) {
            add(
                    place.target().resolve("icons/txscope-%d.png".formatted(size)),
                    icons.resolve("%1$dx%1$d/apps/%2$s.png".formatted(size, ID)));
        }
        Path command = root.resolve("usr/bin/txscope");
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("../../opt/txscope/bin/txscope"));
        openToAll();
    }

    private static void add(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private void fillIn(Path template, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(template.getFileName()), filled(template));
    }

    /// `${version}`, `${arch}` and `${kilobytes}` in a template, in dpkg's words; `${date}` is
    /// today's, and `${screenshots}` the address under which they are public: without one the
    /// element that lists them is left out.
    private String filled(Path template) throws IOException {
        String arch = place.architecture().equals("aarch64") ? "arm64" : place.architecture();
        String address = System.getProperty("txscope.screenshots", "");
        String text = Files.readString(template);
        if (address.isEmpty()) {
            text = text.replaceFirst("(?s) *<screenshots>.*</screenshots>\\R", "");
        }
        return text.replace("${screenshots}", address)
                .replace("${date}", LocalDate.now(ZoneOffset.UTC).toString())
                .replace("${version}", place.linuxVersion())
                .replace("${arch}", arch)
                .replace("${kilobytes}", String.valueOf(Tools.bytes(root) / 1024));
    }

    /// Whatever the mask of the person who builds.
    private void openToAll() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                boolean run = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private void deb() throws IOException, InterruptedException {
        Path control = root.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(control, filled(place.packaging().resolve("control")));
        Tools.run(
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "--build",
                root.toString(),
                place.out().toString());
        Tools.delete(control.getParent());
    }

    private void rpm() throws IOException, InterruptedException {
        Path spec = place.work().resolve("txscope.spec");
        Files.writeString(spec, filled(place.packaging().resolve("txscope.spec")));
        Tools.run(
                "rpmbuild",
                "--quiet",
                "-bb",
                "--define",
                "_topdir " + place.work().resolve("rpm"),
                "--define",
                "_rpmdir " + place.out(),
                "--define",
                "txscope_root " + root,
                spec.toString());
    }
}
