package dev.txscope.kafka.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the embedded broker differs from Kafka's defaults, and why: shown in the window, not
/// hidden.
public final class TeachingSettings {

    private TeachingSettings() {}

    /// The settings of a cluster of so many brokers.
    public static Map<String, String> of(int nodes) {
        String replicas = String.valueOf(Math.min(3, nodes));
        String inSync = String.valueOf(Math.min(2, nodes));
        var settings = new LinkedHashMap<String, String>();
        // Without these five, initTransactions() waits for brokers that never come.
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", inSync);
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", inSync);
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        // A transaction's timeout is noticed soon, not up to ten seconds late. Sooner is
        // dangerous: a check right after a restart finds no leaders in the broker's metadata
        // yet, takes the partitions for deleted and completes the abort without a marker
        // (TransactionMarkerChannelManager); the next commit then commits the aborted
        // records.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // What a lesson has written stays to be looked at, and Windows cannot delete open
        // files.
        settings.put("log.retention.ms", "-1");
        settings.put("log.cleaner.enable", "false");
        // A broker that was killed may come back at once: its old session must not outlive
        // it.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // Two of these per partition are allocated in advance.
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("group.coordinator.background.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        // No JMX beans: nobody reads them, and they cost some of the start.
        settings.put("metric.reporters", "");
        // A change of metadata is written at once: waiting for others to be written with it holds
        // up the start and each new topic.
        settings.put("controller.quorum.append.linger.ms", "0");
        // Keeps the disk quiet while nothing happens.
        settings.put("metadata.max.idle.interval.ms", "0");
        return settings;
    }
}
