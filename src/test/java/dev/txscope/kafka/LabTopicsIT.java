package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.TopicPartition;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A broker hears of a topic after the controller has answered that it is made.
class LabTopicsIT {
    private static final int LATE = 3;

    @Test
    void waitsForATopicThatTheBrokerDoesNotKnowYet() throws Exception {
        try (var running = new RunningLab();
                var real = Admin.create(ClientConfigs.admin(address(running)))) {
            var slow = new SlowToHear(real);
            var target = new LabTopics(slow.admin()).lab("late");
            assertEquals(new TopicPartition("late", 0), target.partition());
            assertTrue(slow.asked >= LATE, () -> "asked " + slow.asked);
        }
    }

    private static String address(RunningLab running) throws InterruptedException {
        var ready = running.log.await(0, e -> e.event() instanceof BrokerReady, RunningLab.LIMIT);
        return ((BrokerReady) ready.event()).address();
    }

    /// The real broker, which is told of new topics only when it is asked for them the third time.
    private static final class SlowToHear {
        private final Admin real;
        private final List<NewTopic> made = new ArrayList<>();
        private int asked;

        SlowToHear(Admin real) {
            this.real = real;
        }

        Admin admin() {
            return (Admin)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {Admin.class},
                            (_, method, arguments) ->
                                    switch (method.getName()) {
                                        case "createTopics" -> answer((Collection<?>) arguments[0]);
                                        case "describeTopics" ->
                                                describe((Collection<?>) arguments[0]);
                                        default -> throw new AssertionError(method);
                                    });
        }

        private Object answer(Collection<?> topics) {
            topics.forEach(topic -> made.add((NewTopic) topic));
            return real.createTopics(made, new CreateTopicsOptions().validateOnly(true));
        }

        private Object describe(Collection<?> topics) throws Exception {
            asked++;
            if (asked == LATE) {
                real.createTopics(made).all().get();
            }
            return real.describeTopics(topics.stream().map(String.class::cast).toList());
        }
    }
}
