package dev.txscope.kafka.broker;

import dev.txscope.event.BrokerProblem;

import org.jspecify.annotations.Nullable;

/// What a broker's process says to its parent, one line each on its standard output.
sealed interface ChildWord {

    /// The broker answers on this port.
    record Ready(int port) implements ChildWord {
        @Override
        public String line() {
            return "READY " + port;
        }
    }

    /// The broker ends by itself, and this is why.
    record Failed(BrokerProblem problem, String detail) implements ChildWord {
        public Failed {
            detail = detail.replaceAll("\\R+", " ").strip();
        }

        @Override
        public String line() {
            return "FAILED " + problem + " " + detail;
        }
    }

    String line();

    /// The word that the line says, or null if it is anything else that was printed.
    static @Nullable ChildWord parse(String line) {
        String[] parts = line.split(" ", 3);
        try {
            if (parts[0].equals("READY") && parts.length == 2) {
                return new Ready(Integer.parseInt(parts[1]));
            }
            if (parts[0].equals("FAILED") && parts.length == 3) {
                return new Failed(BrokerProblem.valueOf(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException _) {
            return null; // Somebody else's line that happens to begin alike.
        }
        return null;
    }
}
