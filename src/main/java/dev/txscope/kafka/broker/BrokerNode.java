package dev.txscope.kafka.broker;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// One Kafka server in this process: broker and controller of one node.
final class BrokerNode {
    private final NodeConfig config;
    private final Diagnosis diagnosis;
    private final BrokerLog log;
    private @Nullable FileChannel lock;
    private volatile @Nullable KafkaRaftServer server;

    BrokerNode(NodeConfig config, Diagnosis diagnosis, BrokerLog log) {
        this.config = config;
        this.diagnosis = diagnosis;
        this.log = log;
    }

    /// Starts the server; on return it answers clients.
    ///
    /// @throws BrokerStartException if the folder or the port cannot be used
    void start() throws Exception {
        openFolder();
        Ports.check(config.port()); // Kafka would find out too, but later.
        if (Files.notExists(config.data().resolve("meta.properties"))) {
            format();
        }
        var starting = new KafkaRaftServer(new KafkaConfig(config.toKafka(), false), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    boolean isStarted() {
        return server != null;
    }

    /// Ends the server in order: clients are told, files are closed.
    void shutdown() {
        var running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
        }
    }

    /// Takes the folder for this process alone, before anything in it is touched. The lock goes
    /// with the process, however that ends.
    private void openFolder() {
        if (config.folder().toString().contains(",")) {
            throw new BrokerStartException(diagnosis.folderWithComma());
        }
        try {
            Files.createDirectories(config.data());
            lock =
                    FileChannel.open(
                            config.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new BrokerStartException(diagnosis.folderInUse());
            }
            log.openFile(config.folder(), config.name());
        } catch (IOException e) {
            throw new BrokerStartException(diagnosis.ofFolder(e));
        }
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setNodeId(config.nodeId())
                .setClusterId(NodeConfig.CLUSTER_ID)
                .addDirectory(config.data().toString())
                .setMetadataLogDirectory(config.data().toString())
                .setControllerListenerName(NodeConfig.CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }
}
