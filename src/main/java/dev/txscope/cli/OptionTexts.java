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
    static final String TOPIC = "--topic";
    static final String SERVICE_PORT = "--port";
    static final String SECOND_PORT = "--second-port";
    static final String SECOND_CONSUMER = "--second-consumer";
    static final String BOOTSTRAP = "--bootstrap";
    static final String CLIENT_CONFIG = "--client-config";
    static final String JSON = "--json";
    static final String URL = "--url";
    static final String SECOND_URL = "--second-url";
    static final String DEMO = "demo";
    static final String SERVE = "serve";
    static final String VALIDATE = "validate";
    static final String DOCTOR = "doctor";

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
        window.addSubcommand(SERVE, serve());
        window.addSubcommand(VALIDATE, validate());
        window.addSubcommand(DOCTOR, doctor());
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

    private CommandSpec serve() {
        var serve = service(SERVE);
        serve.addOption(value(TOPIC, say("label.topic"), "topic"));
        serve.addOption(value(SERVICE_PORT, "N", "port1"));
        serve.addOption(value(SECOND_PORT, "N", "port2"));
        serve.addOption(value(SECOND_CONSUMER, "java|kcat", "second"));
        serve.addOption(value(PORT, "N", "port"));
        serve.addOption(value(DATA, say("label.folder"), "data"));
        serve.addOption(value(BOOTSTRAP, "HOST:PORT[,…]", "bootstrap"));
        serve.addOption(value(CLIENT_CONFIG, say("label.file"), "clientconfig"));
        serve.addOption(flag(JSON, "json").build());
        return serve;
    }

    private CommandSpec validate() {
        var validate = service(VALIDATE);
        validate.addOption(value(URL, "URL", "url"));
        validate.addOption(value(SECOND_URL, "URL", "secondurl"));
        return validate;
    }

    private CommandSpec doctor() {
        var doctor = service(DOCTOR);
        doctor.addOption(value(BOOTSTRAP, "HOST:PORT[,…]", "doctor.bootstrap"));
        doctor.addOption(value(CLIENT_CONFIG, say("label.file"), "clientconfig"));
        doctor.addOption(value(TOPIC, say("label.topic"), "doctor.topic"));
        doctor.addOption(value(SERVICE_PORT, "N", "doctor.port1"));
        doctor.addOption(value(SECOND_PORT, "N", "doctor.port2"));
        doctor.addOption(value(PORT, "N", "doctor.port"));
        return doctor;
    }

    /// A command that tells its own exit codes.
    private CommandSpec service(String name) {
        var spec = command(name, name);
        spec.usageMessage()
                .header(plain("help." + name + ".short"))
                .exitCodeList(exitCodes("exit." + name + "."));
        spec.addOption(value(LANG, "en|fr", "lang"));
        return spec;
    }

    private CommandSpec command(String name, String key) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(width)
                .synopsisHeading(say("heading.usage") + " ")
                .synopsisSubcommandLabel("[demo|serve|validate|doctor]")
                .description("", plain("help." + key), "")
                .optionListHeading(say("heading.options") + "%n")
                .commandListHeading("%n" + say("heading.commands") + "%n")
                .exitCodeListHeading("%n" + say("heading.exit") + "%n")
                .exitCodeList(exitCodes("exit."))
                .sortOptions(false);
        spec.addOption(flag("--help", "help").usageHelp(true).build());
        spec.addOption(flag("--version", "version").versionHelp(true).build());
        return spec;
    }

    /// @param key the beginning of the keys of the codes that mean something of their own
    private Map<String, String> exitCodes(String key) {
        var codes = new LinkedHashMap<String, String>();
        for (int code : new int[] {ExitCode.OK, ExitCode.DIFFERENT, ExitCode.USAGE}) {
            codes.put(String.valueOf(code), plain(key + code));
        }
        codes.put("130", plain("exit.130"));
        codes.put(String.valueOf(ExitCode.OUTPUT_CLOSED), plain("exit.141"));
        if (key.contains(SERVE)) {
            codes.remove("130"); // Ctrl-C is its ordinary end.
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
