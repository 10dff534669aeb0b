package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.projection.Message;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

class ServeTest {
    private final Captured captured = new Captured();
    private final FakeProgram program = new FakeProgram();

    @Test
    void eachReadyThingIsALineAndTheParentsEndEndsIt() {
        ready();

        assertEquals(0, run("serve", "--lang", "fr"));

        assertEquals(
                """
                Broker prêt : 127.0.0.1:9092
                Topic prêt : demo
                Service 1 prêt : http://127.0.0.1:18090
                """,
                captured.out());
        assertTrue(program.closed);
    }

    @Test
    void asJsonEachReadyThingIsAnObject() {
        ready();

        assertEquals(0, run("serve", "--json", "--lang", "en"));

        assertEquals(
                """
                {"ready":"broker","address":"127.0.0.1:9092"}
                {"ready":"topic","name":"demo"}
                {"ready":"service","number":1,"address":"http://127.0.0.1:18090"}
                """,
                captured.out());
        assertTrue(
                captured.err()
                        .startsWith(
                                "txscope: Service 2 has no port: 18091 is taken by another program"
                                        + " (“"),
                captured.err());
    }

    @Test
    void withoutABrokerThereIsNothingToServe() {
        program.news.add(
                new ServiceNews.Failed(
                        Message.of("serve.raw", "the disk is full"), List.of("last line")));

        assertEquals(1, run("serve", "--lang", "en"));

        assertEquals(
                "txscope: Nothing can be served: the disk is full\nlast line\n", captured.err());
        assertTrue(program.closed);
    }

    @Test
    void whatCannotBeUsedIsAMistakeInTheCommandLine() {
        program.unusable = Message.of("serve.config.key", "sasl.login.class");

        assertEquals(2, run("serve", "--lang", "en"));
        assertEquals(
                "txscope: Nothing was begun: the key sasl.login.class in the file of client"
                        + " properties, or its value, is not allowed.\n",
                captured.err());
        assertEquals(2, run("doctor", "--bootstrap", "h:1", "--lang", "fr"));
    }

    private void ready() {
        program.news.add(new ServiceNews.BrokerReady("127.0.0.1:9092"));
        program.news.add(new ServiceNews.TopicReady("demo"));
        program.news.add(new ServiceNews.ServiceReady(1, URI.create("http://127.0.0.1:18090")));
        program.news.add(new ServiceNews.PortTaken(2, 18_091));
        program.news.add(new ServiceNews.Orphaned());
    }

    private int run(String... arguments) {
        return new Cli(captured.console, program, Walks.reference()).run(List.of(arguments));
    }
}
