package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.kafka.broker.NodeConfig.Voter;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class NodeConfigTest {
    private static final List<Voter> THREE =
            List.of(new Voter(1, 7001), new Voter(2, 7002), new Voter(3, 7003));

    @Test
    void whatTheParentWritesTheChildReads() {
        var node = new NodeConfig(2, 9092, THREE, Path.of("a folder, with é@127.0.0.1:1"), true);

        assertEquals(node, NodeConfig.parse(node.toArguments()));
    }

    @Test
    void eachOfThreeNodesHasItsOwnPortsAndDataAndTheSameQuorum() {
        var kafka = new NodeConfig(2, 9092, THREE, Path.of("data"), true).toKafka();

        assertEquals(
                "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:7002", kafka.get("listeners"));
        assertEquals(Path.of("data", "node-2").toString(), kafka.get("log.dirs"));
        assertEquals(
                "1@127.0.0.1:7001,2@127.0.0.1:7002,3@127.0.0.1:7003",
                kafka.get("controller.quorum.voters"));
        assertEquals("3", kafka.get("transaction.state.log.replication.factor"));
    }
}
