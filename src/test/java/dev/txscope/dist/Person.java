package dev.txscope.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An ordinary user of this system with an empty home folder, made for a test by root.
final class Person implements AutoCloseable {
    private final String name;
    private final Path home;

    private Person(String name, Path home) {
        this.name = name;
        this.home = home;
    }

    /// @param folder a folder that everybody may enter
    static Person arrive(Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        String name = "txscope" + ProcessHandle.current().pid();
        Commands.run("useradd", "--no-create-home", "--home-dir", home.toString(), name);
        var person = new Person(name, home);
        person.own(home);
        return person;
    }

    Path home() {
        return home;
    }

    void own(Path file) throws IOException, InterruptedException {
        Commands.run("chown", name, file.toString());
    }

    /// Starts a program with no more in its environment than what a login sets, and these.
    ///
    /// @param folder the working folder, where also what it says is written, as `said.txt`
    Process start(Path folder, Map<String, String> environment, List<String> program)
            throws IOException, InterruptedException {
        String id = Commands.run("id", "-u", name);
        var command =
                new ArrayList<>(
                        List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"));
        command.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "HOME=" + home, "USER=" + name));
        environment.forEach((key, value) -> command.add(key + "=" + value));
        command.addAll(program);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(folder + ".said.txt").toFile())
                .start();
    }

    /// The processes that are this person's.
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().user().filter(name::equals).isPresent())
                .toList();
    }

    /// The files that are this person's: in the home folder by their names in it, elsewhere by
    /// their full names.
    List<String> files() throws IOException, InterruptedException {
        var places =
                Stream.of("/tmp", "/var/tmp", "/dev/shm", home.toString())
                        .filter(place -> Files.isDirectory(Path.of(place)));
        var command = new ArrayList<>(List.of("find"));
        command.addAll(places.toList());
        command.addAll(List.of("-user", name, "-not", "-type", "d"));
        return Commands.run(Map.of(), command)
                .lines()
                .filter(line -> line.startsWith("/"))
                .map(line -> line.replace(home + "/", "~/"))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
        try {
            for (String place : List.of("/tmp", "/var/tmp")) {
                Commands.run(Map.of(), List.of("find", place, "-user", name, "-delete"));
            }
            Commands.run("userdel", "--force", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
