package dev.txscope.kafka;

import dev.txscope.event.Isolation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The configurations of the lab's clients: what differs from Kafka's defaults, and why.
final class ClientConfigs {
    /// The longest value that the lab sends, with room for its batch: 1 MB is more than Kafka's
    /// default.
    static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    /// How long a call of the producer can hang before it throws: a broker that is started again
    /// needs 1 to 3 s, so a hanging commit comes through; and it is over well before
    /// `transaction.timeout.ms`.
    static final Duration CALL_LIMIT = Duration.ofSeconds(20);

    /// Between a request that a young cluster refuses and the next.
    static final Duration RETRY = Duration.ofMillis(20);

    private static final int REQUEST_MILLIS = 10_000;

    private ClientConfigs() {}

    /// What every client of the lab has.
    static Map<String, Object> common(String bootstrap, String clientId) {
        var config = new HashMap<String, Object>();
        config.put("bootstrap.servers", bootstrap);
        config.put("client.id", "txscope-" + clientId);
        // A broker that was started again is found within a moment.
        config.put("reconnect.backoff.ms", 50);
        config.put("reconnect.backoff.max.ms", 250);
        config.put("request.timeout.ms", REQUEST_MILLIS);
        // A young cluster refuses each first request until it has made what it takes: with Kafka's
        // 100 ms a quarter of a second goes by before the first transaction.
        config.put("retry.backoff.ms", RETRY.toMillis());
        // Nobody reads them: no JMX beans, no telemetry requests.
        config.put("metric.reporters", List.of());
        config.put("enable.metrics.push", false);
        return config;
    }

    static Map<String, Object> admin(String bootstrap) {
        var config = common(bootstrap, "admin");
        config.put("default.api.timeout.ms", (int) CALL_LIMIT.toMillis());
        return config;
    }

    /// `linger.ms` 0, so that a record is in the log before a person can press Abort: what waits in
    /// the client's buffer when `abortTransaction()` is called never gets there.
    static Map<String, Object> producer(
            String bootstrap, String name, String transactionalId, Duration timeout) {
        var config = common(bootstrap, "producer-" + name);
        config.put("transactional.id", transactionalId);
        config.put("transaction.timeout.ms", (int) timeout.toMillis());
        config.put("linger.ms", 0);
        config.put("max.block.ms", CALL_LIMIT.toMillis());
        config.put("delivery.timeout.ms", (int) CALL_LIMIT.toMillis());
        config.put("max.request.size", MAX_MESSAGE_BYTES);
        return config;
    }

    /// As the window's producer, but nobody waits so long for it.
    ///
    /// @param call how long one call may take
    static Map<String, Object> service(
            String bootstrap, String transactionalId, Duration timeout, Duration call) {
        var config = producer(bootstrap, "services", transactionalId, timeout);
        config.put("request.timeout.ms", (int) call.toMillis());
        config.put("max.block.ms", call.toMillis());
        config.put("delivery.timeout.ms", (int) call.toMillis());
        return config;
    }

    /// A member of a group that commits by itself what it was given.
    static Map<String, Object> member(String bootstrap, String group, boolean alone) {
        var config = consumer(bootstrap, Isolation.READ_COMMITTED);
        config.put("client.id", "txscope-" + group);
        config.put("group.id", group);
        // The smallest that brokers take: who was killed gives its partition back soon.
        config.put("session.timeout.ms", 6_000);
        config.put("heartbeat.interval.ms", 1_500);
        config.put("fetch.max.wait.ms", 50);
        if (alone) {
            // Takes over at once from its own old self, which may have been killed.
            config.put("group.instance.id", "txscope");
        }
        return config;
    }

    /// Looks up single records: an offset that is no longer there is an error, not a jump.
    static Map<String, Object> reader(String bootstrap) {
        var config = consumer(bootstrap, Isolation.READ_COMMITTED);
        config.put("client.id", "txscope-reader");
        config.put("auto.offset.reset", "none");
        config.put("fetch.max.wait.ms", 50);
        return config;
    }

    /// No group: nothing is committed, nobody rebalances.
    static Map<String, Object> consumer(String bootstrap, Isolation isolation) {
        var config = common(bootstrap, isolation.kafkaName());
        config.put("isolation.level", isolation.kafkaName());
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", false);
        return config;
    }
}
