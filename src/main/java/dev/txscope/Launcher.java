package dev.txscope;

import dev.txscope.kafka.KafkaLogging;
import dev.txscope.kafka.LabOptions;

/// Where the program begins. Not itself a JavaFX application: that would be started differently by the
/// `java` command when JavaFX is missing.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        KafkaLogging.quiet();
        App.open(LabOptions.DEFAULT);
    }
}
