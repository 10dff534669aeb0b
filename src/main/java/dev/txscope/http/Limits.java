package dev.txscope.http;

import java.time.Duration;

/// What one client may take of a service; sizes are constants of the class that reads.
///
/// @param idle how long a connection may stay without a request
/// @param read how long a request may take to arrive, from its first byte to its last
/// @param write how long a client may take to accept its answer
/// @param connections how many are served at once; others wait until one ends
public record Limits(Duration idle, Duration read, Duration write, int connections) {
    /// For one laptop and the people in front of it.
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(10), 512);
}
