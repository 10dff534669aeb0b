package dev.txscope.kafka;

import dev.txscope.event.Failure.Severity;
import dev.txscope.event.SessionEvent.ViewRefused;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a cluster that is not ours lets us see, beside what the services need. Each thing is asked
/// for once, changes nothing, and belongs to the thread that asks.
final class Sight {
    private final Admin admin;

    Sight(Admin admin) {
        this.admin = admin;
    }

    /// Everything that is refused, each thing once; bounded by the client's own limits.
    ///
    /// @param transactionalId of the services' producer
    List<ViewRefused> refused(TopicPartition topic, String transactionalId)
            throws InterruptedException {
        var refused = new ArrayList<ViewRefused>();
        for (var look : looks(topic, transactionalId).entrySet()) {
            try {
                Answered.get(look.getValue());
            } catch (AuthorizationException | UnsupportedVersionException e) {
                var why = Failures.of(e, Severity.REFUSED);
                refused.add(new ViewRefused(look.getKey(), why));
            } catch (KafkaException _) {
                // Not there yet, or not in time: nothing is hidden, and those who need it say more.
            }
        }
        return refused;
    }

    /// By Kafka's name of the request, or of what it is for; all are under way at once.
    private Map<String, KafkaFuture<?>> looks(TopicPartition topic, String transactionalId) {
        var ids = List.of(transactionalId);
        var settings = new ConfigResource(ConfigResource.Type.TOPIC, topic.topic());
        var partition =
                new org.apache.kafka.common.TopicPartition(topic.topic(), topic.partition());
        var looks = new LinkedHashMap<String, KafkaFuture<?>>();
        looks.put("DescribeCluster", admin.describeCluster().nodes());
        looks.put("DescribeConfigs", admin.describeConfigs(List.of(settings)).all());
        looks.put("DescribeProducers", admin.describeProducers(List.of(partition)).all());
        looks.put("DescribeTransactions", admin.describeTransactions(ids).all());
        looks.put(
                LabTopics.STATE_TOPIC,
                admin.describeTopics(List.of(LabTopics.STATE_TOPIC)).allTopicNames());
        return looks;
    }
}
