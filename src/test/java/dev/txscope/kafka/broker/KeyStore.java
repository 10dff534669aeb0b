package dev.txscope.kafka.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A key of the loopback address with its own certificate, which who has the file trusts.
///
/// @param password of the file and the key in it
public record KeyStore(Path file, String password) {

    /// Made in the folder by the JDK's own tool.
    public static KeyStore in(Path folder, String password)
            throws IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                tool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "broker",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                password,
                                "-keystore",
                                file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool ended with " + process.exitValue());
        }
        return new KeyStore(file, password);
    }

    /// Kafka's settings for both: who has it, and whom to trust.
    public Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (String store : List.of("ssl.keystore.", "ssl.truststore.")) {
            settings.put(store + "location", file.toString());
            settings.put(store + "password", password);
            settings.put(store + "type", "PKCS12");
        }
        return settings;
    }
}
