package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// What is taken from a file of client properties, and that nothing of it is ever told but names.
class ClientFilePropertyTest {
    /// Those with a free value: passwords, places, kinds.
    private static final Set<String> FREE =
            Set.of(
                    "ssl.truststore.location",
                    "ssl.truststore.password",
                    "ssl.truststore.type",
                    "ssl.truststore.certificates",
                    "ssl.keystore.location",
                    "ssl.keystore.password",
                    "ssl.keystore.type",
                    "ssl.keystore.key",
                    "ssl.keystore.certificate.chain",
                    "ssl.key.password",
                    "ssl.protocol",
                    "ssl.enabled.protocols",
                    "ssl.endpoint.identification.algorithm",
                    "client.dns.lookup");

    private static final Set<String> BOUND =
            Set.of("security.protocol", "sasl.mechanism", "sasl.jaas.config");

    /// Numbers: they name no class and no address, so they may come to be allowed.
    private static final Set<String> HARMLESS = Set.of("request.timeout.ms");

    @Property
    void aKeyOutsideTheListIsRefusedByItsName(
            @ForAll("outside") String key,
            @ForAll("secrets") String value,
            @ForAll("free") Map<String, String> others) {
        var all = new java.util.HashMap<>(others);
        all.put(key, value);
        var refused =
                assertThrows(
                        ClientFile.RefusedException.class, () -> ClientFile.parse(written(all)));
        assertEquals(key, refused.key());
        assertTellsNone(refused, all.values());
    }

    @Property
    void anAllowedKeyWithAnyOtherValueIsRefusedByItsName(
            @ForAll("bound") String key, @ForAll("secrets") String value) {
        var refused =
                assertThrows(
                        ClientFile.RefusedException.class,
                        () -> ClientFile.parse(written(Map.of(key, value))));
        assertEquals(key, refused.key());
        assertTellsNone(refused, List.of(value));
    }

    @Property
    void anAllowedKeyPassesWithItsValueAsItIsAndTellsNothing(
            @ForAll("free") @Size(min = 1) Map<String, String> settings,
            @ForAll("secrets") String password)
            throws Exception {
        var all = new java.util.HashMap<>(settings);
        all.put("security.protocol", "SASL_SSL");
        all.put("sasl.mechanism", "SCRAM-SHA-512");
        all.put("sasl.jaas.config", login(password));
        var file = ClientFile.parse(written(all));
        assertEquals(all, file.settings());
        settings.values().forEach(value -> assertFalse(file.toString().contains(value)));
        assertFalse(file.toString().contains(password));
    }

    /// A value's reference to a file or a variable would be resolved by Kafka's config providers.
    @Property
    void noValueRefersElsewhere(@ForAll("freeKeys") String key, @ForAll("secrets") String value) {
        String text = written(Map.of(key, value + "${file:/etc/passwd:" + value + "}"));
        var refused = assertThrows(ClientFile.RefusedException.class, () -> ClientFile.parse(text));
        assertEquals(key, refused.key());
        assertTellsNone(refused, List.of(value));
    }

    /// Its second line is, for Java's properties, a name.
    @Property
    void aKeyWhoseLinesWereNotContinuedIsNotTold(@ForAll @Size(48) byte[] key) {
        String second = "MIIE" + Base64.getEncoder().encodeToString(key);
        String text = "ssl.keystore.key=-----BEGIN PRIVATE KEY-----\n" + second + "\n";
        var thrown = assertThrows(IOException.class, () -> ClientFile.parse(text));
        assertTellsNone(thrown, List.of(second));
    }

    @Property
    void anyBytesAreReadOrRefusedWithoutBeingTold(
            @ForAll byte[] before, @ForAll("secrets") String secret, @ForAll byte[] after)
            throws Exception {
        var file = Files.createTempFile("client", ".properties");
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(before);
        bytes.writeBytes(("\nssl.key.password=" + secret).getBytes(UTF_8));
        bytes.writeBytes(after);
        Files.write(file, bytes.toByteArray());
        try {
            assertFalse(ClientFile.read(file).toString().contains(secret));
        } catch (IOException | ClientFile.RefusedException e) {
            assertTellsNone(e, List.of(secret));
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<String> outside() {
        var kafkas = new TreeSet<>(AdminClientConfig.configNames());
        kafkas.addAll(ProducerConfig.configNames());
        kafkas.addAll(ConsumerConfig.configNames());
        var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        return Arbitraries.oneOf(
                        Arbitraries.of(kafkas),
                        word.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join(".", words)),
                        Arbitraries.of(FREE).map(key -> key + ".x"),
                        Arbitraries.of(FREE).map(key -> "x." + key))
                .filter(key -> !FREE.contains(key) && !BOUND.contains(key))
                .filter(key -> !HARMLESS.contains(key));
    }

    @Provide
    Arbitrary<String> bound() {
        return Arbitraries.of(BOUND);
    }

    @Provide
    Arbitrary<String> freeKeys() {
        return Arbitraries.of(FREE);
    }

    @Provide
    Arbitrary<Map<String, String>> free() {
        return Arbitraries.maps(freeKeys(), secrets()).ofMaxSize(5);
    }

    /// Of any characters, and with a beginning that stands in no sentence of ours.
    @Provide
    Arbitrary<String> secrets() {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofLength(6),
                        Arbitraries.strings().ofMaxLength(40).filter(s -> !s.contains("${")))
                .as((digits, rest) -> "S3cr3t-" + digits + rest.replaceAll("[\"\\\\]", ""));
    }

    private static String login(String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"ann\" password=\""
                + password
                + "\";";
    }

    private static String written(Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        try (var text = new StringWriter()) {
            properties.store(text, null);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertTellsNone(Throwable thrown, Iterable<String> values) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            for (String value : values) {
                assertFalse(t.toString().contains(value), t::toString);
            }
        }
    }
}
