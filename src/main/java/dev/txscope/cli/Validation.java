package dev.txscope.cli;

import dev.txscope.cli.ConsumerWatch.TxIds;
import dev.txscope.cli.ServiceClient.Answer;
import dev.txscope.text.Messages;
import dev.txscope.text.Visible;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// The course's validation: one transaction aborted, then one committed, and both services'
/// consumers have delivered exactly the committed one. That one, in the same partition and later,
/// is the proof that the aborted one was passed.
final class Validation implements ConsumerWatch.Asker {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 50;
    private static final int LONGEST = 300;
    private static final String METRICS = "/api/v1/metrics";

    private final Console console;
    private final Messages messages;
    private final ServiceClient first;
    private final ServiceClient second;
    private final List<ConsumerWatch> watches =
            List.of(new ConsumerWatch(this, 1), new ConsumerWatch(this, 2));
    private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final long start = System.nanoTime();

    Validation(Console console, Messages messages, ServiceClient first, ServiceClient second) {
        this.console = console;
        this.messages = messages;
        this.first = first;
        this.second = second;
    }

    /// Prints each check as it passes.
    ///
    /// @throws CheckException at the first that does not
    void run() throws CheckException, InterruptedException {
        health(1);
        health(2);
        int round = 1;
        TxIds ids = round(round);
        while (!watches.stream().allMatch(ConsumerWatch::proved)) {
            inTime(ids);
            console.print(messages.get("validate.busy"));
            ids = round(++round);
        }
        for (ConsumerWatch watch : watches) {
            passed("delivered", watch.number(), ids.committed(), ids.aborted());
        }
        console.print("OK");
    }

    private void health(int number) throws CheckException, InterruptedException {
        Answer answer = await(number, client(number).get("/health"));
        if (answer.status() != 200 || !answer.body().strip().equals("OK")) {
            throw failed("health", number, "200 OK", text(answer));
        }
        passed("health", number, client(number).service().toString());
    }

    private TxIds round(int number) throws CheckException, InterruptedException {
        String aborted = "A-%s-%d".formatted(run, number);
        String beginning = "C-%s-%d-".formatted(run, number);
        var ids = new TxIds(aborted, SamePartition.key(beginning, aborted));
        for (ConsumerWatch watch : watches) {
            watch.begin();
        }
        end("abort", "ABORTED", ids.aborted(), ids);
        end("commit", "COMMITTED", ids.committed(), ids);
        while (watches.stream().anyMatch(w -> !w.proved() && !w.missed())) {
            inTime(ids);
            for (ConsumerWatch watch : watches) {
                watch.look(ids);
            }
            new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return ids;
    }

    /// Has a transaction ended, and looks meanwhile, so that nothing goes by unseen.
    private void end(String how, String status, String txId, TxIds ids)
            throws CheckException, InterruptedException {
        var asked = first.post("/api/v1/tx/" + how + "?txId=" + txId);
        ConsumerWatch.lookUntil(asked, watches, ids);
        Answer answer = await(1, asked);
        var said = Metrics.json(answer.body());
        if (answer.status() != 200
                || !said.path("status").asText().equals(status)
                || !said.path("txId").asText().equals(txId)) {
            String expected = "200 {\"status\":\"%s\",\"txId\":\"%s\"}".formatted(status, txId);
            throw failed(how, 1, expected, text(answer));
        }
        passed(how, 1, txId);
    }

    @Override
    public Metrics metrics(int number) throws CheckException, InterruptedException {
        Answer answer = await(number, client(number).get(METRICS));
        var metrics = answer.status() == 200 ? Metrics.parse(answer.body()) : null;
        if (metrics == null) {
            throw failed("metrics", number, "200 {\"processedCount\":…}", text(answer));
        }
        return metrics;
    }

    private void inTime(TxIds ids) throws CheckException {
        if (System.nanoTime() - start < LIMIT.toNanos()) {
            return;
        }
        for (ConsumerWatch watch : watches) {
            if (!watch.proved()) {
                String seen = watch.last().count() + " " + watch.last().newest();
                throw failed("committed", watch.number(), ids.committed(), seen);
            }
        }
    }

    private <T> T await(int number, CompletableFuture<T> asked)
            throws CheckException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                String reason = e.getCause().getClass().getSimpleName();
                String sentence =
                        messages.get("validate.nothing", number, client(number).service(), reason);
                throw new CheckException(ExitCode.USAGE, sentence);
            }
            throw new IllegalStateException(e);
        }
    }

    private ServiceClient client(int number) {
        return number == 1 ? first : second;
    }

    private static String text(Answer answer) {
        return answer.status() + " " + Visible.of(answer.body(), LONGEST);
    }

    private void passed(String check, Object... arguments) {
        console.print("✓ " + messages.get("validate.passed." + check, arguments));
    }

    @Override
    public CheckException failed(String check, int number, String expected, String seen) {
        String what = messages.get("validate.failed." + check, number, expected);
        return new CheckException(
                ExitCode.DIFFERENT, messages.get("validate.failed", what, expected, seen));
    }
}
