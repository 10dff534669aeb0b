package dev.txscope.kafka.broker;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What a person can choose about the embedded broker.
///
/// @param port where clients connect, 1 to 65535; 0 for a free one
/// @param data where its data is kept; null for a fresh folder that is removed at the end
public record BrokerOptions(int port, @Nullable Path data) {
    /// A free port and a fresh folder.
    public static final BrokerOptions DEFAULT = new BrokerOptions(0, null);

    public BrokerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port);
        }
    }
}
