package dev.txscope.kafka.broker;

import java.util.List;

/// Where the embedded broker differs from Kafka's defaults, and why: shown in the window, not
/// hidden.
public final class TeachingSettings {

    /// Why a setting differs.
    public enum Reason {
        /// There are fewer brokers than Kafka's default asks for.
        FEW_NODES,
        /// The default spoils a lesson.
        LESSON,
        /// The default is made for a server, not for a laptop.
        LAPTOP
    }

    /// One setting.
    ///
    /// @param kafkaDefault what Kafka takes when the key is not set; `null` as text if it has none
    public record Setting(String key, String value, String kafkaDefault, Reason reason) {}

    private TeachingSettings() {}

    /// The settings of a cluster of so many brokers.
    public static List<Setting> of(int nodes) {
        String replicas = String.valueOf(Math.min(3, nodes));
        String inSync = String.valueOf(Math.min(2, nodes));
        return List.of(
                // Without these five, initTransactions() waits for brokers that never come.
                few("offsets.topic.replication.factor", replicas, "3"),
                few("transaction.state.log.replication.factor", replicas, "3"),
                few("transaction.state.log.min.isr", inSync, "2"),
                few("share.coordinator.state.topic.replication.factor", replicas, "3"),
                few("share.coordinator.state.topic.min.isr", inSync, "2"),
                lesson("transaction.state.log.num.partitions", "1", "50"),
                lesson("offsets.topic.num.partitions", "1", "50"),
                lesson("share.coordinator.state.topic.num.partitions", "1", "50"),
                // A transaction's timeout is noticed soon, not up to ten seconds late. Sooner is
                // dangerous: a check right after a restart finds no leaders in the broker's
                // metadata
                // yet, takes the partitions for deleted and completes the abort without a marker
                // (TransactionMarkerChannelManager); the next commit then commits the aborted
                // records.
                lesson(
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                        "2000",
                        "10000"),
                lesson("group.initial.rebalance.delay.ms", "0", "3000"),
                // What a lesson has written stays to be looked at, and Windows cannot delete open
                // files.
                lesson("log.retention.ms", "-1", "null"),
                lesson("log.cleaner.enable", "false", "true"),
                // A broker that was killed may come back at once: its old session must not outlive
                // it.
                lesson("broker.session.timeout.ms", "3000", "9000"),
                lesson("broker.heartbeat.interval.ms", "500", "2000"),
                // Two of these per partition are allocated in advance.
                laptop("log.index.size.max.bytes", "1048576", "10485760"),
                laptop("num.network.threads", "1", "3"),
                laptop("num.io.threads", "2", "8"),
                laptop("background.threads", "2", "10"),
                laptop("group.coordinator.threads", "1", "4"),
                laptop("group.coordinator.background.threads", "1", "2"),
                laptop("num.recovery.threads.per.data.dir", "1", "2"),
                // Keeps the disk quiet while nothing happens.
                laptop("metadata.max.idle.interval.ms", "0", "500"));
    }

    private static Setting few(String key, String value, String kafkaDefault) {
        return new Setting(key, value, kafkaDefault, Reason.FEW_NODES);
    }

    private static Setting lesson(String key, String value, String kafkaDefault) {
        return new Setting(key, value, kafkaDefault, Reason.LESSON);
    }

    private static Setting laptop(String key, String value, String kafkaDefault) {
        return new Setting(key, value, kafkaDefault, Reason.LAPTOP);
    }
}
