package dev.txscope.cli;

import dev.txscope.text.Messages;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The command `serve`: a broker and the services until somebody ends them.
final class Serve {
    private final Console console;
    private final Messages messages;
    private final Program program;
    private final Request.Serve request;
    private final ReadyLines lines;
    private final BlockingQueue<ServiceNews> news = new LinkedBlockingQueue<>();

    Serve(Console console, Program program, Request.Serve request) {
        this.console = console;
        this.messages = Messages.in(request.language());
        this.program = program;
        this.request = request;
        lines = request.json() ? new ReadyLines.Json() : new ReadyLines.Plain(messages);
    }

    /// Tells what is ready, and then what goes wrong, until who started it has gone.
    ///
    /// @return the exit code; not at all if the system asks the process to end
    int run() throws InterruptedException, UnusableException {
        try (var services =
                        program.startServices(request.cluster(), request.services(), news::add);
                var _ =
                        program.onEnd(
                                services::close, () -> news.add(new ServiceNews.Orphaned()))) {
            while (true) {
                switch (news.take()) {
                    case ServiceNews.Orphaned _ -> {
                        return ExitCode.OK;
                    }
                    case ServiceNews.Failed failed -> {
                        error("serve.failed", failed.reason());
                        failed.logTail().forEach(console::printError);
                        return ExitCode.DIFFERENT;
                    }
                    case ServiceNews other -> tell(other);
                }
            }
        }
    }

    private void tell(ServiceNews what) {
        switch (what) {
            case ServiceNews.BrokerReady(var address) -> console.print(lines.broker(address));
            case ServiceNews.TopicReady(var name) -> console.print(lines.topic(name));
            case ServiceNews.ServiceReady(int number, var address) ->
                    console.print(lines.service(number, address.toString()));
            case ServiceNews.PortTaken(int number, int port) ->
                    error(
                            "serve.taken",
                            String.valueOf(number),
                            String.valueOf(port),
                            PortOwner.question(port));
            case ServiceNews.BrokerDied(var reason) -> error("serve.died", reason);
            case ServiceNews.Trouble(var trouble) -> error("serve.trouble", trouble);
            case ServiceNews.Orphaned _, ServiceNews.Failed _ -> {}
        }
    }

    private void error(String key, Object... arguments) {
        console.printError("txscope: " + messages.get(key, arguments));
    }
}
