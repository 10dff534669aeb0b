package dev.txscope.kafka;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// What becomes of the log lines of Kafka's clients, which go through `java.util.logging`.
///
/// The one place that configures it. Call it first, before a client is made.
public final class KafkaLogging {
    private static final Logger ROOT = Logger.getLogger("");

    private KafkaLogging() {}

    /// Keeps them off the console: what matters is a fact already, with the client's own words. Who
    /// looks for more names a file of their own with `-Djava.util.logging.config.file=…`.
    public static void quiet() {
        // Kafka's server names Log4j, of which only the interface is here.
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        if (System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().reset();
            ROOT.setLevel(Level.OFF);
        }
    }
}
