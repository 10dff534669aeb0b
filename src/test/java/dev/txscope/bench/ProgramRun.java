package dev.txscope.bench;

import dev.txscope.App;
import dev.txscope.command.Command;
import dev.txscope.command.Command.BeginTransaction;
import dev.txscope.command.Command.CommitTransaction;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.command.Lab;
import dev.txscope.event.CoordinatorEvent.TransactionStateChanged;
import dev.txscope.event.EventLog;
import dev.txscope.event.ProducerCall.InitTransactions;
import dev.txscope.event.ProducerEvent.CallReturned;
import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.event.TransactionState;
import dev.txscope.event.TxEvent;

import java.time.Duration;
import java.util.function.Predicate;

/// The running program as a person at its window has it, and what its log says of it.
final class ProgramRun {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TRANSACTIONS = 10;

    private final App app;
    private final EventLog log;

    ProgramRun(App app) {
        this.app = app;
        log = part("log", EventLog.class);
    }

    /// Says when the broker is ready, and, if wanted, when ten transactions are done.
    void report(boolean transactions) {
        try {
            var ready = (BrokerReady) await(0, BrokerReady.class::isInstance);
            System.out.println("BROKER " + ready.took().toNanos());
            if (transactions) {
                await(0, ProgramRun::isInitialised);
                for (int i = 1; i <= TRANSACTIONS; i++) {
                    transaction(i);
                }
                System.out.println("DONE");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void transaction(int number) throws InterruptedException {
        long from = log.size();
        submit(new BeginTransaction());
        submit(new SendRecords("customer-7", "order-" + number, 1));
        submit(new CommitTransaction());
        await(
                from,
                e ->
                        e instanceof TransactionStateChanged changed
                                && changed.state() == TransactionState.COMPLETE_COMMIT);
    }

    private static boolean isInitialised(TxEvent event) {
        return event instanceof CallReturned returned
                && returned.call() instanceof InitTransactions;
    }

    private void submit(Command command) {
        part("lab", Lab.class).submit(command);
    }

    private TxEvent await(long from, Predicate<TxEvent> wanted) throws InterruptedException {
        return log.await(from, e -> wanted.test(e.event()), LIMIT).event();
    }

    /// The program has no use for handing out its parts; a benchmark of the program as it is has.
    private <T> T part(String field, Class<T> type) {
        try {
            var access = App.class.getDeclaredField(field);
            access.setAccessible(true);
            return type.cast(access.get(app));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("App has no " + field + " any more", e);
        }
    }
}
