package dev.txscope.cli;

import dev.txscope.text.Messages;

import java.util.List;

/// The command line of `txscope`.
public final class Cli {
    private final Console console;
    private final Program program;
    private final List<WalkStep> walk;

    /// @param walk what the demo walks
    Cli(Console console, Program program, List<WalkStep> walk) {
        this.console = console;
        this.program = program;
        this.walk = walk;
    }

    /// Does what the arguments ask for.
    ///
    /// @return the exit code
    public static int run(Program program, String... arguments) {
        var console = Console.ofSystem(System.getenv());
        return new Cli(console, program, Walks.reference()).run(List.of(arguments));
    }

    int run(List<String> arguments) {
        var language = Arguments.language(arguments);
        try {
            return run(new Arguments(language, console.width()).parse(arguments), language);
        } catch (UsageException e) {
            console.printError("txscope: " + e.sentence());
            return ExitCode.USAGE;
        } catch (UnusableException e) {
            console.printError("txscope: " + Messages.in(language).get(e.sentence()));
            return ExitCode.USAGE;
        } catch (Console.ClosedException _) {
            return ExitCode.OUTPUT_CLOSED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.DIFFERENT;
        }
    }

    private int run(Request request, dev.txscope.text.Language language)
            throws InterruptedException, UnusableException {
        return switch (request) {
            case Request.Help(String text) -> print(text.stripTrailing());
            case Request.Version _ -> print(version());
            case Request.Window window -> window(window, language);
            case Request.Demo demo -> new Demo(console, program, demo).run(walk);
            case Request.Serve serve -> new Serve(console, program, serve).run();
            case Request.Validate validate -> new Validate(console, program, validate).run();
            case Request.Doctor doctor -> new Doctor(console, program, doctor).run();
        };
    }

    private int window(Request.Window window, dev.txscope.text.Language language)
            throws InterruptedException {
        if (program.hasDisplay() && program.openWindow(window)) {
            return ExitCode.OK;
        }
        console.print(Messages.in(language).get("cli.nodisplay"));
        var demo = new Request.Demo(window.port(), language, false, null);
        return new Demo(console, program, demo).run(walk);
    }

    private int print(String text) {
        text.lines().forEach(console::print);
        return ExitCode.OK;
    }

    private String version() {
        return "TxScope %s\nKafka %s\nJava %s (%s)"
                .formatted(
                        Version.own(),
                        program.kafkaVersion(),
                        Runtime.version(),
                        System.getProperty("java.vendor"));
    }
}
