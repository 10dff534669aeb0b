package dev.txscope.kafka;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How the Kafka side of the local services is set up.
///
/// @param transactionalId of the producer that runs requests
/// @param limit from a request to its answer, at least 2 s
/// @param firstGroup `group.id` of the first service's consumer
/// @param secondGroup `group.id` of the second service's consumer
/// @param kcat the program that is the second consumer; null for a Java client
public record ServiceOptions(
        String transactionalId,
        Duration limit,
        String firstGroup,
        String secondGroup,
        @Nullable Kcat kcat) {
    /// The topic that the course's lab uses.
    public static final String TOPIC = "bhf-read-committed-demo";

    public static final ServiceOptions DEFAULT =
            new ServiceOptions(
                    "txscope-http",
                    Duration.ofSeconds(15),
                    "m03-java-consumer",
                    "m03-dotnet-consumer",
                    null);

    public ServiceOptions {
        if (limit.toMillis() < 2_000) {
            throw new IllegalArgumentException("limit is " + limit);
        }
    }

    public ServiceOptions withKcat(@Nullable Kcat other) {
        return new ServiceOptions(transactionalId, limit, firstGroup, secondGroup, other);
    }

    /// How long one call of the producer may take: two of them fit into the limit, and a wait.
    Duration call() {
        return limit.multipliedBy(3).dividedBy(10);
    }
}
