package dev.txscope.command;

/// Where commands go. The lab does them one after the other, on threads of its own.
public interface Lab extends AutoCloseable {

    /// Enqueues the command and returns at once; any thread may call it.
    void submit(Command command);

    /// Ends the broker and every client and waits for them, a few seconds at most.
    @Override
    void close();
}
