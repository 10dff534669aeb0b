package dev.txscope.kafka.broker;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a broker's process is started, and how long anybody waits for it.
///
/// @param prefix what the java command is run by, such as a shell that sets limits; mostly nothing
/// @param options of the virtual machine
/// @param startLimit after which a start counts as failed
/// @param endLimit after which a process that was asked to end is killed
record BrokerCommand(
        List<String> prefix, List<String> options, Duration startLimit, Duration endLimit) {
    /// Measured against the defaults on two cores: ready in 2.0 s instead of 2.7 s, with 2.6 s of
    /// processor time instead of 4.7 s, and 150 MB resident instead of 198 MB when idle.
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    // A dump of memory would hold records.
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:-DumpReplayDataOnError",
                    // Reflection through native code: else classes are made for it at each start.
                    "-Djdk.reflect.useNativeAccessorOnly=true",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    static final BrokerCommand STANDARD =
            new BrokerCommand(
                    List.of(),
                    OPTIONS,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(Integer.getInteger("txscope.broker.end", 5)));

    BrokerCommand {
        prefix = List.copyOf(prefix);
        options = List.copyOf(options);
    }

    BrokerCommand withPrefix(String... words) {
        return new BrokerCommand(List.of(words), options, startLimit, endLimit);
    }

    BrokerCommand withOptions(String... words) {
        return new BrokerCommand(prefix, List.of(words), startLimit, endLimit);
    }

    BrokerCommand withStartLimit(Duration limit) {
        return new BrokerCommand(prefix, options, limit, endLimit);
    }

    ProcessBuilder builder(NodeConfig node) {
        var words = new ArrayList<>(prefix);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(aot());
        words.add("-XX:ErrorFile=" + node.folder().resolve(node.name() + "-jvm-error.log"));
        words.addAll(List.of("-cp", classPath(), BrokerMain.class.getName()));
        words.addAll(node.toArguments());
        var builder = new ProcessBuilder(words);
        speakEnglish(builder.environment());
        return builder;
    }

    /// What an installed program gives its broker: the start-up cache to use, or while that is
    /// made, where to write it. It holds no profiles: nobody need look for them. It is mapped where
    /// it was made, so that no address in it has to be changed.
    static List<String> aot() {
        String option = System.getProperty("txscope.broker.aot");
        return option == null
                ? List.of()
                : List.of(
                        "-XX:" + option,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTReplayTraining",
                        "-XX:ArchiveRelocationMode=0");
    }

    /// Ours without the window's part.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Errors of the system come in its language: ask for the one that [Diagnosis] reads, and keep
    /// the encoding, since folders have names in it.
    private static void speakEnglish(Map<String, String> environment) {
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(encoding -> environment.put("LC_CTYPE", encoding));
        environment.remove("LC_ALL");
        environment.put("LC_MESSAGES", "C");
    }
}
