package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class SamePartitionTest {

    @Test
    void kafkasPartitionerAgreesForEveryTopicOfUpToTwelvePartitions() {
        for (String other : new String[] {"A", "A-1", "A-12", "A-123", "A-é🙂"}) {
            String key = SamePartition.key("C-", other);

            assertTrue(key.startsWith("C-"), key);
            for (int partitions = 1; partitions <= 12; partitions++) {
                assertEquals(partition(other, partitions), partition(key, partitions), key);
            }
        }
    }

    private static int partition(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
