package dev.txscope.cli;

import dev.txscope.cli.ServiceNews.Failed;
import dev.txscope.cli.ServiceNews.ServiceReady;
import dev.txscope.text.Messages;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The command `validate`.
final class Validate {
    private final Console console;
    private final Messages messages;
    private final Program program;
    private final Request.Validate request;

    Validate(Console console, Program program, Request.Validate request) {
        this.console = console;
        this.messages = Messages.in(request.language());
        this.program = program;
        this.request = request;
    }

    /// @return the exit code
    int run() throws InterruptedException, UnusableException {
        try {
            var given = request.services();
            if (given != null) {
                validate(given);
            } else {
                validateOwn();
            }
            return ExitCode.OK;
        } catch (CheckException e) {
            console.printError("txscope: " + e.sentence());
            return e.exitCode();
        }
    }

    private void validateOwn() throws CheckException, InterruptedException, UnusableException {
        var news = new LinkedBlockingQueue<ServiceNews>();
        console.print(messages.get("validate.own"));
        var own = new Request.Cluster.Own(0, null);
        try (var _ = program.startServices(own, Request.Services.ANYWHERE, news::add)) {
            validate(ready(news));
        }
    }

    private Request.Pair ready(BlockingQueue<ServiceNews> news)
            throws CheckException, InterruptedException {
        Map<Integer, URI> addresses = new HashMap<>();
        while (addresses.size() < 2) {
            switch (news.take()) {
                case ServiceReady(int number, URI address) -> addresses.put(number, address);
                case Failed failed -> {
                    failed.logTail().forEach(console::printError);
                    String sentence = messages.get("validate.nobroker", failed.reason());
                    throw new CheckException(ExitCode.USAGE, sentence);
                }
                case ServiceNews _ -> {}
            }
        }
        return new Request.Pair(
                Objects.requireNonNull(addresses.get(1)), Objects.requireNonNull(addresses.get(2)));
    }

    private void validate(Request.Pair services) throws CheckException, InterruptedException {
        try (var http = ServiceClient.http()) {
            var first = new ServiceClient(http, services.first());
            var second = new ServiceClient(http, services.second());
            new Validation(console, messages, first, second).run();
        }
    }
}
