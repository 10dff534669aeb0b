package dev.txscope.kafka;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.Executor;

/// The only place where threads are made: each is named by its role and none keeps the program
/// alive.
///
/// Any thread may call it.
public final class Actors {
    private final UncaughtExceptionHandler onUncaught;

    /// What nobody catches goes where the JDK sends it: to the process’s own default handler, or to
    /// standard error.
    public Actors() {
        onUncaught = (thread, thrown) -> thread.getThreadGroup().uncaughtException(thread, thrown);
    }

    /// @param onUncaught told on the failing thread, whose name is the role; after it, the
    ///   process’s own default handler, if it has one
    public Actors(UncaughtExceptionHandler onUncaught) {
        this.onUncaught =
                (thread, thrown) -> {
                    onUncaught.uncaughtException(thread, thrown);
                    passOn(thread, thrown);
                };
    }

    private static void passOn(Thread thread, Throwable thrown) {
        UncaughtExceptionHandler everyones = Thread.getDefaultUncaughtExceptionHandler();
        if (everyones != null) {
            everyones.uncaughtException(thread, thrown);
        }
    }

    /// Starts a daemon thread.
    ///
    /// @param role its name, such as `producer-A` or `coordinator-probe`
    public Thread start(String role, Runnable body) {
        var thread = unstarted(role, body);
        thread.start();
        return thread;
    }

    /// Makes a daemon thread that its owner starts later, such as a shutdown hook.
    public Thread unstarted(String role, Runnable body) {
        return Thread.ofPlatform()
                .name(role)
                .daemon()
                .uncaughtExceptionHandler(onUncaught)
                .unstarted(body);
    }

    /// An executor that runs each task at once, on a virtual thread of its own: for many that
    /// mostly wait, such as connections.
    ///
    /// @param role the beginning of their names, such as `http`
    public Executor perTask(String role) {
        var threads =
                Thread.ofVirtual()
                        .name(role + "-", 1)
                        .uncaughtExceptionHandler(onUncaught)
                        .factory();
        return task -> threads.newThread(task).start();
    }
}
