package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.kafka.Kcat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A file of client properties that `serve` does not take: one sentence, and the end.
class ClientConfigIT {
    private static final String SECRET = "hush-S3cret";

    @TempDir Path folder;

    @Test
    void kcatIsNotForAClusterThatAsksForCredentials() throws Exception {
        Assumptions.assumeTrue(Kcat.find().isPresent());
        var file = Files.writeString(folder.resolve("client.properties"), setting("key.password"));

        var ended = serve(file, "--second-consumer", "kcat");

        assertRefused(ended);
        assertTrue(ended.err().contains("kcat cannot read --client-config;"), ended::toString);
    }

    @Test
    void aKeyThatIsNotAllowedIsTold() throws Exception {
        var file = Files.writeString(folder.resolve("client.properties"), setting("provider"));

        var ended = serve(file);

        assertRefused(ended);
        assertTrue(ended.err().contains(" the key ssl.provider in the file "), ended::toString);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("client.properties"), bytes);

        assertRefused(serve(file));
    }

    @Test
    void moreThanAnybodyWritesIsRefused() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("client.properties"),
                        (setting("key.password") + "\n").repeat(3000));

        assertRefused(serve(file));
    }

    @Test
    void aFolderIsRefused() throws Exception {
        assertRefused(serve(folder));
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("client.properties"), setting("key.password"));
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

        assertRefused(serve(file));
    }

    private static String setting(String name) {
        return "ssl." + name + "=" + SECRET;
    }

    /// Nobody listens there: none of these gets so far.
    private ChildProgram.Ended serve(Path file, String... more) throws Exception {
        var arguments =
                new ArrayList<>(List.of("serve", "--lang", "en", "--bootstrap", "127.0.0.1:1"));
        arguments.addAll(List.of("--client-config", file.toString()));
        arguments.addAll(List.of(more));
        return ChildProgram.run(folder, arguments.toArray(String[]::new));
    }

    private static void assertRefused(ChildProgram.Ended ended) {
        assertEquals("", ended.out(), ended::toString);
        assertTrue(ended.err().matches("txscope: [^\n]+\n"), ended::toString);
        assertFalse(ended.err().contains(SECRET), ended::toString);
        assertEquals(2, ended.exitCode(), ended::toString);
    }
}
