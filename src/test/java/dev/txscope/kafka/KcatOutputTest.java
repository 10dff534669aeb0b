package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.txscope.event.Content;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class KcatOutputTest {
    @Test
    void readsAnyKeyAndValue() throws IOException {
        var output = output("0 7 3 4\né\n{}\n10 8 -1 0\n");
        assertEquals(new KcatOutput.Printed(0, 7, Content.of("é\n", "{}\n1")), output.next());
        assertEquals(new KcatOutput.Printed(0, 8, Content.of(null, "")), output.next());
        assertNull(output.next());
    }

    @Test
    void aRecordThatIsCutOffIsNoRecord() {
        assertThrows(IOException.class, () -> output("0 7 3 4\né").next());
        assertThrows(IOException.class, () -> output("0 7").next());
        assertThrows(IOException.class, () -> output("% ERROR: what\n").next());
    }

    @Test
    void tellsWhatItIs() {
        var said = "kcat - tool\nVersion 1.7.1 (JSON, librdkafka 2.0.2 builtin.features=gzip)";
        assertEquals(
                "kcat 1.7.1, librdkafka 2.0.2",
                Kcat.read(Path.of("/bin/kcat"), said).orElseThrow().description());
        assertEquals(java.util.Optional.empty(), Kcat.read(Path.of("/bin/kcat"), "nothing"));
    }

    private static KcatOutput output(String printed) {
        return new KcatOutput(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
    }
}
