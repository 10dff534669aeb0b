package dev.txscope.cli;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/// Finds keys that go to the same partition: only there is what was sent first also read first.
final class SamePartition {
    /// The least common multiple of 1 to 12: keys that agree on it share their partition in every
    /// topic of so many partitions.
    private static final int CLASSES = 27_720;

    private static final int M = 0x5bd1e995;

    private SamePartition() {}

    /// A key that begins so and goes where the other one goes.
    static String key(String beginning, String other) {
        int wanted = classOf(other);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> beginning + i)
                .filter(key -> classOf(key) == wanted)
                .findFirst()
                .orElseThrow();
    }

    private static int classOf(String key) {
        // As BuiltInPartitioner.partitionForKey does.
        return (murmur2(key.getBytes(StandardCharsets.UTF_8)) & 0x7fffffff) % CLASSES;
    }

    /// The hash of Kafka's default partitioner.
    static int murmur2(byte[] key) {
        int hash = 0x9747b28c ^ key.length;
        int whole = key.length / 4 * 4;
        for (int i = 0; i < whole; i += 4) {
            int four =
                    (key[i] & 0xff)
                            | ((key[i + 1] & 0xff) << 8)
                            | ((key[i + 2] & 0xff) << 16)
                            | ((key[i + 3] & 0xff) << 24);
            four *= M;
            hash = (hash * M) ^ ((four ^ (four >>> 24)) * M);
        }
        if (whole < key.length) {
            for (int i = key.length - 1; i >= whole; i--) {
                hash ^= (key[i] & 0xff) << (8 * (i - whole));
            }
            hash *= M;
        }
        hash = (hash ^ (hash >>> 13)) * M;
        return hash ^ (hash >>> 15);
    }
}
