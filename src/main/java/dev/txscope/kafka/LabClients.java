package dev.txscope.kafka;

import dev.txscope.command.Command;
import dev.txscope.command.Command.AbortTransaction;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.command.Command.StartBroker;
import dev.txscope.command.Command.StartProducer;
import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.Isolation;
import dev.txscope.event.ProducerCall.InitTransactions;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// The actors and probes of a lab, from the first broker that was ready to the end: they survive
/// the broker's death.
final class LabClients implements AutoCloseable {

    /// What the probes look at.
    record Targets(FetchTarget log, FetchTarget coordinatorLog) {}

    private static final String PRODUCER = "A";

    private final String address;
    private final Targets targets;
    private final FactStream facts;
    private final Actors actors;
    private final ProducerActor producer;
    private final Deque<Runnable> endings = new ArrayDeque<>();

    LabClients(
            LabOptions options, String address, Targets targets, FactStream facts, Actors actors) {
        this.address = address;
        this.targets = targets;
        this.facts = facts;
        this.actors = actors;
        follow("log-probe", targets.log(), new LogProbe(targets.log().partition(), facts));
        follow("coordinator-probe", targets.coordinatorLog(), new CoordinatorProbe(facts));
        consume(Isolation.READ_UNCOMMITTED);
        consume(Isolation.READ_COMMITTED);
        producer = producer(options);
        endings.push(producer::close);
    }

    private void follow(String role, FetchTarget target, LogFollower.Reader reader) {
        Map<String, Object> config = ClientConfigs.common(address, role);
        var follower =
                new LogFollower(
                        role,
                        () -> new PartitionFetcher(config, role, target),
                        reader,
                        facts,
                        actors);
        endings.push(follower::close);
    }

    private void consume(Isolation isolation) {
        var strings = new StringDeserializer();
        var config = ClientConfigs.consumer(address, isolation);
        var consumer =
                new ConsumerActor(
                        new ConsumerId(isolation.kafkaName(), isolation),
                        targets.log().partition(),
                        () -> new KafkaConsumer<>(config, strings, strings),
                        facts,
                        actors);
        endings.push(consumer::close);
    }

    private ProducerActor producer(LabOptions options) {
        var strings = new StringSerializer();
        var config =
                ClientConfigs.producer(
                        address, PRODUCER, options.transactionalId(), options.timeout());
        var init =
                new InitTransactions(options.transactionalId(), (int) options.timeout().toMillis());
        return new ProducerActor(
                new ProducerActor.Identity(PRODUCER, options.topic(), init),
                () -> new KafkaProducer<>(config, strings, strings),
                facts,
                actors);
    }

    /// Passes a command on to the producer.
    void execute(Command command) {
        switch (command) {
            case StartProducer _ -> producer.restart();
            case BeginTransaction _ -> producer.begin();
            case SendRecords send -> producer.send(send);
            case CommitTransaction _ -> producer.commit();
            case AbortTransaction _ -> producer.abort();
            case StartBroker _, Command.StartServices _, Command.StopServices _ ->
                    throw new IllegalArgumentException("Not for a client: " + command);
        }
    }

    /// Runs it, on the producer's thread, when the calls that it was told so far have ended.
    void afterCalls(Runnable next) {
        producer.afterCalls(next);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
