package dev.txscope.kafka.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one node of the embedded cluster is told when its process starts: it is broker and
/// controller.
///
/// @param port where clients connect
/// @param quorum the controllers of the cluster, this node's among them
/// @param folder where the nodes of the cluster keep their data, each under names of its own
/// @param fresh whether the data goes when the parent has gone
record NodeConfig(int nodeId, int port, List<Voter> quorum, Path folder, boolean fresh) {
    static final String HOST = "127.0.0.1";
    static final String CLUSTER_ID = "TxScope-embedded-00001";
    static final String CONTROLLER = "CONTROLLER";

    /// A node that votes in the metadata quorum, and the port of its controller.
    record Voter(int nodeId, int port) {
        static Voter parse(String text) {
            String[] parts = text.split("@" + HOST + ":", 2);
            return new Voter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return nodeId + "@" + HOST + ":" + port;
        }
    }

    NodeConfig {
        quorum = List.copyOf(quorum);
    }

    static NodeConfig parse(List<String> arguments) {
        return new NodeConfig(
                Integer.parseInt(arguments.get(0)),
                Integer.parseInt(arguments.get(1)),
                Arrays.stream(arguments.get(2).split(",")).map(Voter::parse).toList(),
                Path.of(arguments.get(3)),
                Boolean.parseBoolean(arguments.get(4)));
    }

    List<String> toArguments() {
        var arguments = new ArrayList<String>();
        arguments.add(String.valueOf(nodeId));
        arguments.add(String.valueOf(port));
        arguments.add(voters());
        arguments.add(folder.toString());
        arguments.add(String.valueOf(fresh));
        return arguments;
    }

    /// What the names of all that is this node's begin with.
    String name() {
        return "node-" + nodeId;
    }

    Path data() {
        return folder.resolve(name());
    }

    Path lock() {
        return folder.resolve(name() + ".lock");
    }

    /// The broker's configuration: the node's own, and the settings for teaching.
    Map<String, String> toKafka() {
        int controllerPort =
                quorum.stream().filter(v -> v.nodeId == nodeId).findFirst().orElseThrow().port;
        var kafka = new HashMap<String, String>();
        kafka.put("process.roles", "broker,controller");
        kafka.put("node.id", String.valueOf(nodeId));
        kafka.put("controller.quorum.voters", voters());
        kafka.put("controller.listener.names", CONTROLLER);
        kafka.put(
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d"
                        .formatted(HOST, port, CONTROLLER, HOST, controllerPort));
        kafka.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        kafka.put("log.dirs", data().toString());
        // What metric.reporters does not reach: Kafka's older metrics have beans of their own.
        kafka.put("metrics.jmx.exclude", ".*");
        kafka.putAll(TeachingSettings.of(quorum.size()));
        return kafka;
    }

    private String voters() {
        return quorum.stream().map(Voter::toString).collect(Collectors.joining(","));
    }
}
