package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.cli.PortOwner;
import dev.txscope.cli.ServiceNews;
import dev.txscope.event.BrokerProblem;
import dev.txscope.event.Failure;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallFailed;
import dev.txscope.event.SessionEvent.BrokerFailed;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.SessionEvent.LabFailed;
import dev.txscope.event.SessionEvent.TopicReady;
import dev.txscope.event.SessionEvent.ViewRefused;
import dev.txscope.event.TopicPartition;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ServedNewsTest {
    private final List<ServiceNews> told = new ArrayList<>();
    private final ServedNews own = new ServedNews("", told::add);
    private final ServedNews elsewhere = new ServedNews("h:1", told::add);

    private static final BrokerFailed PORT_TAKEN =
            new BrokerFailed(BrokerProblem.PORT_TAKEN, "127.0.0.1:9092", List.of("last line"), "");
    private static final BrokerReady READY =
            new BrokerReady("127.0.0.1:9092", "4", Duration.ofSeconds(2), "/data", false);
    private static final TopicReady TOPIC = new TopicReady(new TopicPartition("t", 0));

    @Test
    void aBrokerThatNeverWasReadyIsTheEndAndOneThatWasIsNot() {
        own.tell(PORT_TAKEN);
        own.tell(READY);
        own.tell(PORT_TAKEN);

        assertInstanceOf(ServiceNews.Failed.class, told.getFirst());
        assertInstanceOf(ServiceNews.Trouble.class, told.getLast());
        var sentence = said(Language.ENGLISH);
        assertTrue(sentence.startsWith("The broker could not be started again"), sentence);
        assertTrue(sentence.contains("127.0.0.1:9092 (“" + PortOwner.question(9092)), sentence);
    }

    @Test
    void ofAClusterElsewhereEverythingIsToldWhenTheTopicIsThere() {
        var address = URI.create("http://127.0.0.1:18090");
        elsewhere.opened(1, address);
        elsewhere.tell(TOPIC);
        elsewhere.tell(TOPIC);

        assertEquals(
                List.of(
                        new ServiceNews.BrokerReady("h:1"),
                        new ServiceNews.TopicReady("t"),
                        new ServiceNews.ServiceReady(1, address)),
                told);
    }

    @Test
    void whatIsHiddenIsSaidInBothLanguages() {
        elsewhere.tell(new ViewRefused("DescribeConfigs", refused("Topic authorization failed.")));

        assertEquals(
                "The cluster does not show us the topic’s settings (DescribeConfigs); everything"
                        + " else goes on: E: Topic authorization failed.",
                said(Language.ENGLISH));
        assertEquals(
                "Le cluster ne nous montre pas les réglages du topic (DescribeConfigs) ; tout"
                        + " le reste continue : E: Topic authorization failed.",
                said(Language.FRENCH));
    }

    @Test
    void aSilentClusterIsSaidToBeAwaitedAndAnAnswerEndsTheWait() {
        elsewhere.awaitFirst();
        assertEquals("No broker answers at h:1 yet; still trying.", said(Language.ENGLISH));

        elsewhere.tell(new LabFailed("lab", refused("late")));
        elsewhere.awaitFirst();
        assertEquals(2, told.size(), told::toString);
    }

    @Test
    void aLastingRefusalOfTheProducerIsSaidOnce() {
        var init = new InitTransactions("id", 1_000);
        var why = new Failure("E", "no", Failure.Severity.FATAL);
        for (int i = 0; i < 3; i++) {
            elsewhere.tell(new CallFailed("HTTP", i, init, Duration.ZERO, why));
        }
        assertEquals(1, told.size(), told::toString);
    }

    private static Failure refused(String message) {
        return new Failure("E", message, Failure.Severity.REFUSED);
    }

    private String said(Language language) {
        var trouble = assertInstanceOf(ServiceNews.Trouble.class, told.getLast());
        return Messages.in(language).get(trouble.what());
    }
}
