package dev.txscope.kafka;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.ClusterFinding.Answers;
import dev.txscope.command.ClusterFinding.Away;
import dev.txscope.command.ClusterFinding.NotShown;
import dev.txscope.command.ClusterFinding.TopicMissing;
import dev.txscope.command.ClusterFinding.TopicThere;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks at a cluster for what keeps a lab's consumers from their records. It changes nothing, and
/// belongs to the thread that calls it.
public final class ClusterCheckup {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String address;
    private final Map<String, Object> config;

    /// @param config of the client that asks
    public ClusterCheckup(Map<String, Object> config) {
        this.config = new HashMap<>(config);
        address = String.valueOf(config.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        this.config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
    }

    /// @param bootstrap `host:port`, comma-separated
    /// @param file how that cluster is reached
    public static ClusterCheckup of(String bootstrap, ClientFile file) {
        var config = ClientConfigs.common(bootstrap, "doctor");
        config.putAll(file.settings());
        return new ClusterCheckup(config);
    }

    /// All that is found, each thing once.
    ///
    /// @param groups whose committed offsets matter
    public List<ClusterFinding> look(String topic, List<String> groups)
            throws InterruptedException {
        var findings = new ArrayList<ClusterFinding>();
        try (var admin = Admin.create(config)) {
            findings.add(answer(admin));
            allowed("DescribeTopics", findings, () -> lookAtTopic(admin, topic, groups, findings));
        } catch (KafkaException e) {
            findings.add(new Away(address, reason(e)));
        }
        return findings;
    }

    private ClusterFinding answer(Admin admin) throws InterruptedException {
        try {
            return new Answers(address, Answered.get(admin.describeCluster().nodes()).size());
        } catch (AuthorizationException e) {
            return new NotShown("DescribeCluster", reason(e)); // A refusal is an answer.
        }
    }

    private static void lookAtTopic(
            Admin admin, String topic, List<String> groups, List<ClusterFinding> findings)
            throws InterruptedException {
        int count = partitions(admin, topic);
        if (count == 0) {
            findings.add(new TopicMissing(topic));
            return;
        }
        findings.add(new TopicThere(topic, count));
        var partitions =
                IntStream.range(0, count).mapToObj(i -> new TopicPartition(topic, i)).toList();
        allowed("ListOffsets", findings, () -> lookAt(admin, partitions, groups, findings));
    }

    private static void lookAt(
            Admin admin,
            List<TopicPartition> partitions,
            List<String> groups,
            List<ClusterFinding> findings)
            throws InterruptedException {
        var stable = ends(admin, partitions, IsolationLevel.READ_COMMITTED);
        var high = ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
        var holders = new Holders(admin);
        for (var limit : stable.entrySet()) {
            long end = limit.getValue();
            long last = high.getOrDefault(limit.getKey(), end);
            if (end < last) {
                findings.addAll(holders.of(limit.getKey(), end, last));
            }
        }
        findings.addAll(holders.notShown());
        var offsets = new GroupLook(admin, stable);
        for (String group : groups) {
            allowed("OffsetFetch", findings, () -> findings.addAll(offsets.at(group)));
        }
    }

    /// How many partitions the topic has; 0 if there is no such topic.
    private static int partitions(Admin admin, String topic) throws InterruptedException {
        try {
            var described =
                    Answered.get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
            return described == null ? 0 : described.partitions().size();
        } catch (UnknownTopicOrPartitionException _) {
            return 0;
        }
    }

    private interface Look {
        void take() throws InterruptedException;
    }

    /// A look that the cluster may not allow: the others go on.
    private static void allowed(String what, List<ClusterFinding> findings, Look look)
            throws InterruptedException {
        try {
            look.take();
        } catch (KafkaException e) {
            findings.add(new NotShown(what, reason(e)));
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, List<TopicPartition> partitions, IsolationLevel isolation)
            throws InterruptedException {
        var asked =
                partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var ends = new LinkedHashMap<TopicPartition, Long>();
        Answered.get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    static String reason(KafkaException e) {
        return Failures.of(e, dev.txscope.event.Failure.Severity.TRANSIENT).message();
    }
}
