package dev.txscope;

import dev.txscope.cli.Program.Running;
import dev.txscope.kafka.Actors;

/// Hears of the two ways in which this process is asked to end from outside: a signal, and the end
/// of its parent. Standard input says nothing: a shell gives its background jobs an empty one.
final class ProcessEnd {
    private ProcessEnd() {}

    /// Watches until it is closed. A signal runs `end` and makes 0 the exit code.
    static Running watch(Runnable end, Runnable orphaned) {
        var actors = new Actors((_, thrown) -> System.err.println("txscope: " + thrown));
        var runtime = Runtime.getRuntime();
        var hook =
                actors.unstarted(
                        "signal",
                        () -> {
                            try {
                                end.run();
                            } finally {
                                runtime.halt(0);
                            }
                        });
        runtime.addShutdownHook(hook);
        var parent = ProcessHandle.current().parent().map(p -> p.onExit().thenRun(orphaned));
        return () -> {
            parent.ifPresent(watch -> watch.cancel(false));
            try {
                runtime.removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The signal came first: the hook ends the process.
            }
        };
    }
}
