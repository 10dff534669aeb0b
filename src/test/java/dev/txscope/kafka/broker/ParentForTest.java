package dev.txscope.kafka.broker;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;

/// A small program with an embedded broker, to be killed by a test.
final class ParentForTest {
    private ParentForTest() {}

    /// @param args `ready` to tell once the broker is ready, anything else to tell at its first log
    ///   line
    public static void main(String[] args) throws Exception {
        var witness = new BrokerWitness();
        var broker = BrokerSupport.started(BrokerOptions.DEFAULT, witness);
        if (args[0].equals("ready")) {
            witness.awaitReady();
        } else {
            await().until(() -> !broker.logTail().isEmpty());
        }
        Path folder = BrokerSupport.folder(broker);
        System.out.println(BrokerSupport.process(broker).pid() + " " + folder);
        if (args.length > 1) {
            System.exit(0);
        }
        Thread.currentThread().join();
    }
}
