package dev.txscope.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How clients reach a cluster that is not our own, from a file that somebody else may have
/// written: only keys that name no class and no address are taken (CVE-2023-25194, CVE-2025-27817).
///
/// Secrets are never told: [#toString()] has the keys alone.
public final class ClientFile {
    /// Nothing but Kafka's defaults.
    public static final ClientFile NONE = new ClientFile(Map.of());

    private static final long MAX_BYTES = 64 * 1024;

    private static final Set<String> ALLOWED =
            Set.of(
                    "security.protocol",
                    "sasl.mechanism",
                    "sasl.jaas.config",
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

    private static final Map<String, Set<String>> VALUES =
            Map.of(
                    "security.protocol", Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"),
                    "sasl.mechanism", Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"));

    /// What the names of Kafka's settings look like. Anything else may be a piece of a value whose
    /// line was not continued, such as a key in PEM's format, and is not told.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+){0,15}");

    /// One login module, with user name and password and nothing else.
    private static final Pattern LOGIN =
            Pattern.compile(
                    "\\s*org\\.apache\\.kafka\\.common\\.security\\."
                        + "(plain\\.Plain|scram\\.Scram)LoginModule\\s+required"
                        + "(\\s+(username|password)\\s*=\\s*(\"[^\"\\\\]*\"|'[^'\\\\]*'))+\\s*;\\s*");

    private final Map<String, String> settings;

    private ClientFile(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /// A key or value that is not taken.
    public static final class RefusedException extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1;

        private final String key;

        RefusedException(String key) {
            super(key);
            this.key = key;
        }

        /// The key that was refused; its value is not told.
        public String key() {
            return key;
        }
    }

    /// Reads a file in the format of Java's properties.
    ///
    /// @throws RefusedException for the first key, in the order of the alphabet, that is not taken
    /// @throws IOException if the file cannot be read, is larger than any such file, or has a line
    ///   without a setting's name
    public static ClientFile read(Path file) throws IOException, RefusedException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("The file is larger than " + MAX_BYTES + " bytes");
        }
        return parse(Files.readString(file));
    }

    static ClientFile parse(String text) throws IOException, RefusedException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file is malformed", e);
        }
        var settings = new TreeMap<String, String>();
        for (var key : properties.stringPropertyNames()) {
            settings.put(key, properties.getProperty(key));
        }
        if (!settings.keySet().stream().allMatch(key -> NAME.matcher(key).matches())) {
            throw new IOException("A line does not begin with a setting's name");
        }
        for (var setting : settings.entrySet()) {
            if (!isAllowed(setting.getKey(), setting.getValue())) {
                throw new RefusedException(setting.getKey());
            }
        }
        return new ClientFile(settings);
    }

    private static boolean isAllowed(String key, String value) {
        var values = VALUES.get(key);
        return ALLOWED.contains(key)
                && !value.contains("${")
                && (values == null || values.contains(value))
                && (!key.equals("sasl.jaas.config") || LOGIN.matcher(value).matches());
    }

    /// Whether clients need nothing beside the address.
    public boolean isEmpty() {
        return settings.isEmpty();
    }

    /// The settings, secrets included, for Kafka's clients alone.
    Map<String, String> settings() {
        return settings;
    }

    @Override
    public String toString() {
        return "ClientFile" + new java.util.TreeSet<>(settings.keySet());
    }
}
