package dev.txscope.cli;

import dev.txscope.text.Messages;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.LinkedHashMap;
import java.util.Map;

/// The options with their help, in one language. All values are taken as text: [Values] reads them.
final class OptionTexts {
    static final String PORT = "--broker-port";
    static final String DATA = "--data";
    static final String LANG = "--lang";
    static final String THEME = "--theme";
    static final String PICTURE = "--picture";
    static final String SIZE = "--size";
    static final String TEXT_SIZE = "--text-size";
    static final String DETAILS = "--details";
    static final String DEMO = "demo";

    private final Messages messages;
    private final int width;

    /// @param width of a line of help
    OptionTexts(Messages messages, int width) {
        this.messages = messages;
        this.width = width;
    }

    /// A new specification of the whole command line.
    CommandSpec spec() {
        var window = command("txscope", "window");
        window.addOption(value(PORT, "N", "port"));
        window.addOption(value(DATA, say("label.folder"), "data"));
        window.addOption(value(LANG, "en|fr", "lang"));
        window.addOption(value(THEME, "light|dark|system", "theme"));
        window.addSubcommand(DEMO, demo());
        return window;
    }

    private CommandSpec demo() {
        var demo = command(DEMO, "demo");
        demo.usageMessage().header(plain("help.demo.short"));
        demo.addOption(value(PICTURE, say("label.file"), "picture"));
        demo.addOption(value(SIZE, say("label.size"), "size"));
        demo.addOption(value(THEME, "light|dark|system", "theme"));
        demo.addOption(value(TEXT_SIZE, say("label.textsize"), "textsize"));
        demo.addOption(flag(DETAILS, "details").build());
        demo.addOption(value(LANG, "en|fr", "lang"));
        demo.addOption(value(PORT, "N", "port"));
        return demo;
    }

    private CommandSpec command(String name, String key) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(width)
                .synopsisHeading(say("heading.usage") + " ")
                .synopsisSubcommandLabel("[demo]")
                .description("", plain("help." + key), "")
                .optionListHeading(say("heading.options") + "%n")
                .commandListHeading("%n" + say("heading.commands") + "%n")
                .exitCodeListHeading("%n" + say("heading.exit") + "%n")
                .exitCodeList(exitCodes())
                .sortOptions(false);
        spec.addOption(flag("--help", "help").usageHelp(true).build());
        spec.addOption(flag("--version", "version").versionHelp(true).build());
        return spec;
    }

    private Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        for (int code : new int[] {ExitCode.OK, ExitCode.DIFFERENT, ExitCode.USAGE, 130, 141}) {
            codes.put(String.valueOf(code), plain("exit." + code));
        }
        return codes;
    }

    private OptionSpec.Builder flag(String name, String key) {
        return OptionSpec.builder(name).arity("0").description(plain("help." + key));
    }

    private OptionSpec value(String name, String label, String key) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(plain("help." + key))
                .build();
    }

    /// picocli formats descriptions: a percent sign is doubled.
    private String plain(String key) {
        return say(key).replace("%", "%%");
    }

    private String say(String key) {
        return messages.get("cli." + key);
    }
}
