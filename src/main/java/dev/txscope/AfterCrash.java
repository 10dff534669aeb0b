package dev.txscope;

import java.io.IOException;

/// What an installed program's virtual machine starts when it has written of its own crash
/// (`-XX:OnError`), and waits for: what it wrote holds parts of its memory, and does not stay.
final class AfterCrash {
    private AfterCrash() {}

    /// Tells on the terminal, if there is one, where the report is that stays.
    public static void main(String[] args) throws IOException {
        for (var report : Journal.takeCrashesOfUser()) {
            System.err.println("txscope: what may be kept of that is in " + report);
        }
    }
}
