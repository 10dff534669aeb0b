package dev.txscope;

import dev.txscope.cli.Cli;
import dev.txscope.cli.Request;
import dev.txscope.kafka.KafkaLogging;

/// Where the program begins. Not itself a JavaFX application: that would be started differently by
/// the `java` command when JavaFX is missing.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        var program = new Adapters();
        // Without arguments the window does not wait for the command line's classes: 0.3 s on two
        // cores.
        boolean plain = args.length == 0 && program.hasDisplay();
        if (!plain || !program.openWindow(Request.Window.DEFAULT)) {
            KafkaLogging.quiet();
            System.exit(Cli.run(program, args));
        }
    }
}
