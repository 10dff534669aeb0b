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
    /// The one user of [#withPasswords].
    public static final String USER = "alice";

    /// The password of [#USER].
    public static final String PASSWORD = "alice-s3cret";

    private static final String LOGIN = "org.apache.kafka.common.security.%s.%sLoginModule";

    private final KafkaRaftServer server;
    private final int port;

    /// A broker that [#USER] enters with [#PASSWORD], by PLAIN and both kinds of SCRAM.
    public static SecuredBroker withPasswords(Path folder) throws Exception {
        String plain =
                (LOGIN
                                + " required username=\"admin\" password=\"adm1n\""
                                + " user_admin=\"adm1n\" user_%s=\"%s\";")
                        .formatted("plain", "Plain", USER, PASSWORD);
        String scram = LOGIN.formatted("scram", "Scram") + " required;";
        String listener = "listener.name.sasl_plaintext.";
        return new SecuredBroker(
                folder,
                "SASL_PLAINTEXT",
                Map.of(
                        "sasl.enabled.mechanisms",
                        "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
                        "sasl.mechanism.inter.broker.protocol",
                        "PLAIN",
                        listener + "plain.sasl.jaas.config",
                        plain,
                        listener + "scram-sha-256.sasl.jaas.config",
                        scram,
                        listener + "scram-sha-512.sasl.jaas.config",
                        scram));
    }

    /// What its clients are configured with.
    ///
    /// @param mechanism `PLAIN`, `SCRAM-SHA-256` or `SCRAM-SHA-512`
    public static String clientOf(String mechanism, String password) {
        boolean plain = mechanism.equals("PLAIN");
        String module = LOGIN.formatted(plain ? "plain" : "scram", plain ? "Plain" : "Scram");
        return """
        security.protocol=SASL_PLAINTEXT
        sasl.mechanism=%s
        sasl.jaas.config=%s required username="%s" password="%s";
        """
                .formatted(mechanism, module, USER, password);
    }

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
                .setScramArguments(List.of(scram("256"), scram("512")))
                .run();
        server = new KafkaRaftServer(new KafkaConfig(kafka, false), Time.SYSTEM);
        server.startup();
    }

    private static String scram(String bits) {
        return "SCRAM-SHA-%s=[name=%s,password=%s]".formatted(bits, USER, PASSWORD);
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
