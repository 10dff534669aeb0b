package dev.txscope.cli;

import dev.txscope.text.Language;
import dev.txscope.text.Messages;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;

/// Turns arguments into a [Request].
final class Arguments {
    private static final String DEFAULT_SIZE = "1600x900";

    private final Messages messages;
    private final Values values;
    private final ServiceArguments services;
    private final CommandLine commandLine;

    /// @param width of a line of help
    Arguments(Language language, int width) {
        messages = Messages.in(language);
        values = new Values(messages);
        services = new ServiceArguments(messages, values);
        commandLine = new CommandLine(new OptionTexts(messages, width).spec());
        commandLine.setExpandAtFiles(false);
    }

    /// The language that the arguments ask for, whatever else they hold; the system's without.
    static Language language(List<String> arguments) {
        Language asked = Language.ofSystem();
        for (int i = 0; i < arguments.size(); i++) {
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            for (Language language : Language.values()) {
                boolean two =
                        arguments.get(i).equals(OptionTexts.LANG) && next.equals(language.code());
                boolean one = arguments.get(i).equals(OptionTexts.LANG + "=" + language.code());
                asked = one || two ? language : asked;
            }
        }
        return asked;
    }

    Request parse(List<String> arguments) throws UsageException {
        ParseResult window = parsed(arguments);
        ParseResult given = window.hasSubcommand() ? window.subcommand() : window;
        if (window.isUsageHelpRequested() || given.isUsageHelpRequested()) {
            return new Request.Help(given.commandSpec().commandLine().getUsageMessage());
        }
        if (window.isVersionHelpRequested() || given.isVersionHelpRequested()) {
            return new Request.Version();
        }
        return switch (given.commandSpec().name()) {
            case OptionTexts.DEMO -> demo(window, given);
            case OptionTexts.SERVE, OptionTexts.VALIDATE, OptionTexts.DOCTOR ->
                    services.parse(window, given);
            default -> window(window);
        };
    }

    private ParseResult parsed(List<String> arguments) throws UsageException {
        try {
            return commandLine.parseArgs(arguments.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(messages.get("cli.unknown", e.getUnmatched().getFirst()));
        } catch (MissingParameterException e) {
            var option = e.getMissing().getFirst();
            throw new UsageException(
                    messages.get("cli.missing", name(option), option.paramLabel()));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(messages.get("cli.twice", name(e.getOverwritten())));
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String name(CommandLine.Model.ArgSpec option) {
        return option instanceof CommandLine.Model.OptionSpec o ? o.longestName() : "";
    }

    private Request window(ParseResult given) throws UsageException {
        String data = text(given, OptionTexts.DATA);
        String lang = text(given, OptionTexts.LANG);
        String theme = text(given, OptionTexts.THEME);
        return new Request.Window(
                port(given),
                data == null ? null : values.dataFolder(OptionTexts.DATA, data),
                lang == null ? null : values.language(OptionTexts.LANG, lang),
                theme == null ? null : values.theme(OptionTexts.THEME, theme));
    }

    /// Options that mean the same may stand before the word `demo` too.
    private Request demo(ParseResult window, ParseResult demo) throws UsageException {
        if (window.hasMatchedOption(OptionTexts.DATA)) {
            throw new UsageException(messages.get("cli.demo.data", OptionTexts.DATA));
        }
        String lang = either(demo, window, OptionTexts.LANG);
        Language language =
                lang == null ? Language.ofSystem() : values.language(OptionTexts.LANG, lang);
        boolean details = demo.hasMatchedOption(OptionTexts.DETAILS);
        int port = demo.hasMatchedOption(OptionTexts.PORT) ? port(demo) : port(window);
        String theme = either(demo, window, OptionTexts.THEME);
        return new Request.Demo(port, language, details, picture(demo, theme, language, details));
    }

    private Request.@Nullable Picture picture(
            ParseResult demo, @Nullable String theme, Language language, boolean details)
            throws UsageException {
        String file = text(demo, OptionTexts.PICTURE);
        String size = text(demo, OptionTexts.SIZE);
        String textSize = text(demo, OptionTexts.TEXT_SIZE);
        var dark = theme == null ? Theme.SYSTEM : values.theme(OptionTexts.THEME, theme);
        var letters =
                textSize == null
                        ? TextSize.NORMAL
                        : values.textSize(OptionTexts.TEXT_SIZE, textSize);
        var pixels = values.size(OptionTexts.SIZE, size == null ? DEFAULT_SIZE : size);
        if (file == null) {
            refuseWithoutPicture(OptionTexts.SIZE, size);
            refuseWithoutPicture(OptionTexts.TEXT_SIZE, textSize);
            refuseWithoutPicture(OptionTexts.THEME, theme);
            return null;
        }
        return new Request.Picture(
                values.newFile(OptionTexts.PICTURE, file),
                pixels.width(),
                pixels.height(),
                new Choices(language, dark, letters, details, false));
    }

    private void refuseWithoutPicture(String option, @Nullable String text) throws UsageException {
        if (text != null) {
            throw new UsageException(
                    messages.get("cli.demo.nopicture", option, text, OptionTexts.PICTURE));
        }
    }

    private int port(ParseResult given) throws UsageException {
        String text = text(given, OptionTexts.PORT);
        return text == null ? 0 : values.port(OptionTexts.PORT, text);
    }

    static @Nullable String either(ParseResult first, ParseResult second, String option) {
        String text = text(first, option);
        return text == null ? text(second, option) : text;
    }

    static @Nullable String text(ParseResult given, String option) {
        return given.matchedOptionValue(option, null);
    }
}
