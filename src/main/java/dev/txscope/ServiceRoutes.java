package dev.txscope;

import dev.txscope.http.About;
import dev.txscope.http.Routes;
import dev.txscope.kafka.Services;
import dev.txscope.projection.DeliveryCounter;
import dev.txscope.projection.ServicesState;

import java.time.Duration;
import java.util.function.Supplier;

/// What the two services answer, over their Kafka side.
///
/// @param writing of the first service
/// @param reading of the second service
record ServiceRoutes(Routes writing, Routes reading) {
    /// An answer waits longer than the producer takes at most.
    private static final Duration MORE = Duration.ofSeconds(5);

    /// @param broker the broker's address, empty before it is ready
    static ServiceRoutes of(
            Services services,
            Supplier<String> broker,
            DeliveryCounter first,
            DeliveryCounter second) {
        var options = services.options();
        String topic = services.topic();
        String one = services.firstClient();
        String two = services.secondClient();
        return new ServiceRoutes(
                Routes.writing(
                        about(ServicesState.FIRST, broker, topic, options.firstGroup(), one),
                        first,
                        services.runner(),
                        options.limit().plus(MORE)),
                Routes.reading(
                        about(ServicesState.SECOND, broker, topic, options.secondGroup(), two),
                        second));
    }

    private static Supplier<About> about(
            String name, Supplier<String> broker, String topic, String group, String client) {
        return () -> new About(name, broker.get(), topic, group, client);
    }
}
