package dev.txscope.kafka.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.txscope.event.BrokerProblem;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hears a broker and lets a test wait for what it hears.
final class BrokerWitness implements BrokerListener {
    private static final long PATIENCE_SECONDS = 90;

    sealed interface Heard {
        record Ready(String address, Duration took) implements Heard {}

        record Failed(BrokerProblem problem, String detail, List<String> log) implements Heard {}

        record Died(BrokerProblem problem, String detail, List<String> log) implements Heard {}
    }

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    @Override
    public void ready(String address, Duration took) {
        heard.add(new Heard.Ready(address, took));
    }

    @Override
    public void failed(BrokerProblem problem, String detail, List<String> logTail) {
        heard.add(new Heard.Failed(problem, detail, logTail));
    }

    @Override
    public void died(BrokerProblem problem, String detail, List<String> logTail) {
        heard.add(new Heard.Died(problem, detail, logTail));
    }

    String awaitReady() throws InterruptedException {
        return assertInstanceOf(Heard.Ready.class, next()).address();
    }

    Heard.Failed awaitFailed(BrokerProblem problem) throws InterruptedException {
        var failed = assertInstanceOf(Heard.Failed.class, next());
        assertEquals(problem, failed.problem(), failed::toString);
        return failed;
    }

    Heard.Died awaitDied(BrokerProblem problem) throws InterruptedException {
        var died = assertInstanceOf(Heard.Died.class, next());
        assertEquals(problem, died.problem(), died::toString);
        return died;
    }

    boolean heardNothingMore() {
        return heard.isEmpty();
    }

    private Heard next() throws InterruptedException {
        var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "The broker said nothing");
        return next;
    }
}
