package dev.txscope.kafka.broker;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A broker in this process that asks its clients for credentials, as a cluster elsewhere does.
public final class SecuredBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    /// @param protocol Kafka's name, such as `SASL_PLAINTEXT`, of the one listener
    /// @param security what that listener needs
    public SecuredBroker(Path folder, String protocol, Map<String, String> security)
            throws Exception {
        var ports = Ports.free(2);
        port = ports.getFirst();
        var voter = new NodeConfig.Voter(1, ports.getLast());
        var node = new NodeConfig(1, port, List.of(voter), folder, false);
        var kafka = node.toKafka();
        String controller = NodeConfig.CONTROLLER;
        String ours = "%s://%s:%d".formatted(protocol, NodeConfig.HOST, port);
        kafka.put("listeners", kafka.get("listeners").replaceFirst("[^,]*", ours));
        kafka.put("advertised.listeners", ours);
        kafka.put(
                "listener.security.protocol.map",
                "%s:%s,%s:PLAINTEXT".formatted(protocol, protocol, controller));
        kafka.put("inter.broker.listener.name", protocol);
        kafka.putAll(security);
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(NodeConfig.CLUSTER_ID)
                .addDirectory(node.data().toString())
                .setMetadataLogDirectory(node.data().toString())
                .setControllerListenerName(controller)
                .run();
        server = new KafkaRaftServer(new KafkaConfig(kafka, false), Time.SYSTEM);
        server.startup();
    }

    /// Where its clients connect.
    public String address() {
        return NodeConfig.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
