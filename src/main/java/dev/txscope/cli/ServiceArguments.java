package dev.txscope.cli;

import dev.txscope.cli.Request.Cluster;
import dev.txscope.cli.Request.SecondConsumer;
import dev.txscope.cli.Request.Services;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ParseResult;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Turns the arguments of `serve`, `validate` and `doctor` into a [Request].
final class ServiceArguments {
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Messages messages;
    private final Values values;

    ServiceArguments(Messages messages, Values values) {
        this.messages = messages;
        this.values = values;
    }

    /// @param window what stands before the command's name: there, the language alone means the
    ///   same
    Request parse(ParseResult window, ParseResult given) throws UsageException {
        String name = given.commandSpec().name();
        for (String option : List.of(OptionTexts.PORT, OptionTexts.DATA, OptionTexts.THEME)) {
            if (window.hasMatchedOption(option)) {
                throw new UsageException(messages.get("cli.before", option, name));
            }
        }
        String lang = Arguments.either(given, window, OptionTexts.LANG);
        Language language =
                lang == null ? Language.ofSystem() : values.language(OptionTexts.LANG, lang);
        return switch (name) {
            case OptionTexts.SERVE -> serve(given, language);
            case OptionTexts.VALIDATE -> new Request.Validate(pair(given), language);
            default -> doctor(given, language);
        };
    }

    private Request serve(ParseResult given, Language language) throws UsageException {
        var elsewhere = elsewhere(given);
        String data = Arguments.text(given, OptionTexts.DATA);
        if (elsewhere != null) {
            for (String option : List.of(OptionTexts.DATA, OptionTexts.PORT)) {
                refuse(given, option, OptionTexts.BOOTSTRAP);
            }
        }
        Cluster cluster =
                elsewhere != null
                        ? elsewhere
                        : new Cluster.Own(
                                brokerPort(given),
                                data == null ? null : values.dataFolder(OptionTexts.DATA, data));
        String second = Arguments.text(given, OptionTexts.SECOND_CONSUMER);
        var services = services(given);
        if (second != null) {
            var consumer =
                    values.oneOf(SecondConsumer.values(), OptionTexts.SECOND_CONSUMER, second);
            services =
                    new Services(
                            services.topic(), services.port(), services.secondPort(), consumer);
        }
        return new Request.Serve(
                cluster, services, language, given.hasMatchedOption(OptionTexts.JSON));
    }

    private Request doctor(ParseResult given, Language language) throws UsageException {
        return new Request.Doctor(elsewhere(given), services(given), brokerPort(given), language);
    }

    private int brokerPort(ParseResult given) throws UsageException {
        String text = Arguments.text(given, OptionTexts.PORT);
        return text == null ? 0 : values.port(OptionTexts.PORT, text);
    }

    private Services services(ParseResult given) throws UsageException {
        String topic = Arguments.text(given, OptionTexts.TOPIC);
        int first = servicePort(given, OptionTexts.SERVICE_PORT, Services.PORT);
        int second = servicePort(given, OptionTexts.SECOND_PORT, Services.SECOND_PORT);
        if (first == second && first != 0) {
            throw new UsageException(
                    messages.get(
                            "cli.sameport",
                            OptionTexts.SERVICE_PORT,
                            OptionTexts.SECOND_PORT,
                            String.valueOf(first)));
        }
        return new Services(
                topic == null ? Services.TOPIC : values.topic(OptionTexts.TOPIC, topic),
                first,
                second,
                SecondConsumer.JAVA);
    }

    /// 0 stands for a free one.
    private int servicePort(ParseResult given, String option, int otherwise) throws UsageException {
        String text = Arguments.text(given, option);
        return switch (text) {
            case null -> otherwise;
            case "0" -> 0;
            default -> values.port(option, text);
        };
    }

    private Cluster.@Nullable Elsewhere elsewhere(ParseResult given) throws UsageException {
        String bootstrap = Arguments.text(given, OptionTexts.BOOTSTRAP);
        String config = Arguments.text(given, OptionTexts.CLIENT_CONFIG);
        if (bootstrap == null) {
            if (config != null) {
                throw new UsageException(
                        messages.get(
                                "cli.demo.nopicture",
                                OptionTexts.CLIENT_CONFIG,
                                config,
                                OptionTexts.BOOTSTRAP));
            }
            return null;
        }
        Path file = config == null ? null : values.file(OptionTexts.CLIENT_CONFIG, config);
        return new Cluster.Elsewhere(values.bootstrap(OptionTexts.BOOTSTRAP, bootstrap), file);
    }

    private void refuse(ParseResult given, String option, String other) throws UsageException {
        if (given.hasMatchedOption(option)) {
            throw new UsageException(messages.get("cli.apart", option, other));
        }
    }

    private Request.@Nullable Pair pair(ParseResult given) throws UsageException {
        String first = Arguments.text(given, OptionTexts.URL);
        String second = Arguments.text(given, OptionTexts.SECOND_URL);
        return first == null && second == null
                ? null
                : new Request.Pair(
                        url(OptionTexts.URL, first, Services.PORT),
                        url(OptionTexts.SECOND_URL, second, Services.SECOND_PORT));
    }

    private URI url(String option, @Nullable String text, int port) throws UsageException {
        return text == null ? URI.create(LOOPBACK + port) : values.url(option, text);
    }
}
