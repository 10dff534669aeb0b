package dev.txscope.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

import java.util.concurrent.ExecutionException;

/// What a cluster answers an admin client, waited for on the thread that asks.
final class Answered {
    private Answered() {}

    /// @throws KafkaException if the cluster refused or did not answer
    static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException k
                    ? k
                    : new KafkaException("The cluster did not answer", e.getCause());
        }
    }
}
