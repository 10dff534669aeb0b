package dev.txscope;

import dev.txscope.cli.Cli;
import dev.txscope.cli.Request;
import dev.txscope.kafka.KafkaLogging;

/// Where the program begins. Not itself a JavaFX application: that would be started differently by
/// the `java` command when JavaFX is missing.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        KafkaLogging.quiet();
        var program = new Adapters();
        if (args.length == 0 && program.hasDisplay()) {
            // The window does not wait for the command line's classes.
            program.openWindow(Request.Window.DEFAULT);
        } else {
            System.exit(Cli.run(program, args));
        }
    }
}
