package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.ConsumerEvent.ConsumerId;
import dev.txscope.event.ConsumerEvent.RecordDelivered;
import dev.txscope.event.Content;
import dev.txscope.event.Evidence;
import dev.txscope.event.Isolation;
import dev.txscope.event.Observation;
import dev.txscope.event.ProducerCall;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.ProducerEvent.CallStarted;
import dev.txscope.event.SessionEvent.BrokerStarting;
import dev.txscope.event.Source;
import dev.txscope.event.TopicPartition;
import dev.txscope.event.TxEvent;
import dev.txscope.kafka.TrueRun.Step;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class CausalQueueTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final Source PRODUCER = new Source(Source.Kind.PRODUCER, "producer A");
    private static final Source READER = new Source(Source.Kind.CONSUMER, "read_committed");
    private static final Source LAB = new Source(Source.Kind.SESSION, "lab");
    private static final RecordDelivered DELIVERED = delivered(Isolation.READ_COMMITTED);
    private static final RecordDelivered DELIVERED_WHILE_OPEN =
            delivered(Isolation.READ_UNCOMMITTED);

    private CausalQueue queue = new CausalQueue(PATIENCE);

    /// However the sources' facts reach us, each comes out once, in its source's order, after its
    /// causes.
    @Property(tries = 3_000)
    void effectsFollowTheirCausesInAnyInterleaving(@ForAll long world, @ForAll long interleaving) {
        // Given
        queue = new CausalQueue(PATIENCE);
        var run = new TrueRun(world);
        var inputs = interleave(run, new Random(interleaving));

        // When
        var order = new ArrayList<Step>();
        var steps = new IdentityHashMap<TxEvent, Step>();
        for (int i = 0; i < inputs.size(); i++) {
            var step = inputs.get(i);
            steps.put(step.event, step);
            queue.offer(seen(step.source, step.event, Duration.ofNanos(i)));
            drain(Duration.ofNanos(i)).forEach(o -> order.add(steps.get(o.event())));
        }

        // Then
        assertEquals(new HashSet<>(inputs), new HashSet<>(order));
        assertEquals(inputs.size(), order.size());
        assertEquals(run.streams, bySource(order));
        assertCausesFirst(order);
    }

    @Test
    void factWithoutItsCauseWaitsAndHoldsUpNobodyElse() {
        // Given
        queue.offer(seen(READER, DELIVERED, Duration.ZERO));

        // When
        queue.offer(seen(LAB, new BrokerStarting(1), Duration.ofMillis(1)));

        // Then
        assertEquals(
                List.of(new BrokerStarting(1)),
                drain(Duration.ofMillis(99)).stream().map(Observation::event).toList());
        assertEquals(PATIENCE, queue.nextRelease());
    }

    @Test
    void factWhoseCauseNeverComesIsLetGo() {
        // Given
        queue.offer(seen(READER, DELIVERED, Duration.ofMillis(5)));

        // When
        var released = drain(PATIENCE.plusMillis(5));

        // Then
        assertEquals(List.of(DELIVERED), released.stream().map(Observation::event).toList());
        assertNull(queue.nextRelease());
    }

    /// That it was delivered shows that the log has the record: what the log's probe sees of it
    /// need not come first.
    @Test
    void deliveryToWhoReadsEverythingWaitsForItsSendAlone() {
        // Given
        var send = new ProducerCall.Send("orders", Content.of("k", "v"), 0, 1);
        var commit = new ProducerCall.CommitTransaction();
        offer(0, PRODUCER, new CallStarted("A", 1, send), returned(1, send));
        offer(1, READER, DELIVERED_WHILE_OPEN);
        assertEquals(DELIVERED_WHILE_OPEN, drain(Duration.ofMillis(1)).getLast().event());

        // When the next send stands behind a commit whose entry was not seen yet
        var next = new CallStarted("A", 3, send);
        offer(2, PRODUCER, new CallStarted("A", 2, commit), returned(2, commit));
        offer(3, PRODUCER, next);
        offer(4, READER, DELIVERED_WHILE_OPEN);

        // Then
        assertEquals(1, drain(Duration.ofMillis(4)).size());
        assertEquals(
                List.of(returned(2, commit), next, DELIVERED_WHILE_OPEN),
                drain(PATIENCE.plusMillis(2)).stream().map(Observation::event).toList());
    }

    private void offer(int millis, Source source, TxEvent... events) {
        for (var event : events) {
            queue.offer(seen(source, event, Duration.ofMillis(millis)));
        }
    }

    private static CallReturned returned(long id, ProducerCall call) {
        return new CallReturned("A", id, call, Duration.ZERO);
    }

    private static RecordDelivered delivered(Isolation isolation) {
        var id = new ConsumerId(isolation.kafkaName(), isolation);
        return new RecordDelivered(id, PARTITION, 0, Content.of("k", "v"), 1);
    }

    /// Offers in a random order that keeps each source's own, and no effect of a call before that
    /// call.
    private static List<Step> interleave(TrueRun run, Random random) {
        var next = new HashMap<Source, Integer>();
        var calls = new HashSet<Step>();
        var inputs = new ArrayList<Step>();
        int size = run.streams.values().stream().mapToInt(List::size).sum();
        while (inputs.size() < size) {
            var possible = new ArrayList<Step>();
            run.streams.forEach(
                    (source, steps) -> {
                        int at = next.getOrDefault(source, 0);
                        if (at < steps.size() && calls.containsAll(callsBefore(steps.get(at)))) {
                            possible.add(steps.get(at));
                        }
                    });
            var chosen = possible.get(random.nextInt(possible.size()));
            next.merge(chosen.source, 1, Integer::sum);
            inputs.add(chosen);
            calls.add(chosen);
        }
        return inputs;
    }

    private static Set<Step> callsBefore(Step step) {
        var calls = new HashSet<Step>();
        for (var cause : step.causes) {
            if (cause.isCall()) {
                calls.add(cause);
            }
            calls.addAll(callsBefore(cause));
        }
        return calls;
    }

    private List<Observation> drain(Duration elapsed) {
        var all = new ArrayList<Observation>();
        for (var next = queue.poll(elapsed); next != null; next = queue.poll(elapsed)) {
            all.add(next);
        }
        return all;
    }

    private static Map<Source, List<Step>> bySource(List<Step> order) {
        var streams = new HashMap<Source, List<Step>>();
        order.forEach(s -> streams.computeIfAbsent(s.source, _ -> new ArrayList<>()).add(s));
        return streams;
    }

    private static void assertCausesFirst(List<Step> order) {
        var before = new HashSet<Step>();
        for (var step : order) {
            for (var cause : step.causes) {
                assertTrue(before.contains(cause), () -> step + " came before " + cause);
            }
            before.add(step);
        }
    }

    private static Observation seen(Source source, TxEvent event, Duration elapsed) {
        return new Observation(Instant.EPOCH, elapsed, source, Evidence.OBSERVED, event);
    }
}
