package dev.txscope.cli;

import static dev.txscope.cli.Request.SecondConsumer.JAVA;
import static dev.txscope.cli.Request.SecondConsumer.KCAT;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.text.Language;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ArgumentsTest {
    @TempDir Path folder;

    @Test
    void windowTakesPortDataLanguageAndTheme() throws UsageException {
        Path data = folder.resolve("new").resolve("data");

        var request =
                parse("--broker-port", "9092", "--data=" + data, "--lang", "fr", "--theme", "dark");

        assertEquals(new Request.Window(9092, data, Language.FRENCH, Theme.DARK), request);
        assertTrue(Files.isDirectory(data));
    }

    @Test
    void withoutOptionsWhatWasChosenLastTimeStays() throws UsageException {
        var stored = new Choices(Language.FRENCH, Theme.DARK, TextSize.LARGE, true, true);

        var window = assertInstanceOf(Request.Window.class, parse());

        assertEquals(Request.Window.DEFAULT, window);
        assertEquals(stored, window.over(stored));
    }

    @Test
    void optionsOfThisStartStandOverWhatWasChosenLastTime() {
        var stored = new Choices(Language.FRENCH, Theme.DARK, TextSize.LARGE, true, true);
        var window = new Request.Window(0, null, Language.ENGLISH, Theme.LIGHT);

        assertEquals(
                new Choices(Language.ENGLISH, Theme.LIGHT, TextSize.LARGE, true, true),
                window.over(stored));
    }

    @Test
    void demoTakesAPictureWithItsLooks() throws UsageException {
        Path file = folder.resolve("window.png");
        var looks = new Choices(Language.FRENCH, Theme.DARK, TextSize.PROJECTOR, true, false);

        var request =
                parse(
                        "--lang",
                        "fr",
                        "demo",
                        "--picture",
                        file.toString(),
                        "--size",
                        "1280x720",
                        "--theme",
                        "dark",
                        "--text-size",
                        "projector",
                        "--details");

        assertEquals(
                new Request.Demo(
                        0, Language.FRENCH, true, new Request.Picture(file, 1280, 720, looks)),
                request);
    }

    @Test
    void pictureIs1600By900Unasked() throws UsageException {
        var demo =
                assertInstanceOf(
                        Request.Demo.class,
                        parse("demo", "--picture", folder.resolve("a.png").toString()));

        assertEquals(1600, demo.picture().width());
        assertEquals(900, demo.picture().height());
    }

    @Test
    void serveStandsWhereTheCourseSaysUnasked() throws UsageException {
        assertEquals(
                new Request.Serve(
                        new Request.Cluster.Own(0, null),
                        new Request.Services("bhf-read-committed-demo", 18_090, 18_091, JAVA),
                        Language.ENGLISH,
                        false),
                parse("--lang", "en", "serve"));
    }

    @Test
    void serveTakesATopicPortsAndAnotherConsumer() throws UsageException {
        var line =
                "serve --topic a.B-c_1 --port 0 --second-port 0 --second-consumer kcat --json"
                        + " --broker-port 9092 --lang fr --data "
                        + folder;

        assertEquals(
                new Request.Serve(
                        new Request.Cluster.Own(9092, folder),
                        new Request.Services("a.B-c_1", 0, 0, KCAT),
                        Language.FRENCH,
                        true),
                parse(line.split(" ")));
    }

    @Test
    void aClusterThatIsThereIsNamedByItsAddresses() throws IOException, UsageException {
        Path file = Files.createFile(folder.resolve("client.properties"));
        var cluster = new Request.Cluster.Elsewhere("a:9092,[::1]:9093", file);
        String[] options = {
            "--bootstrap", "a:9092,[::1]:9093", "--client-config", file.toString(), "--lang", "en"
        };

        var serve = assertInstanceOf(Request.Serve.class, parse(with("serve", options)));
        var doctor = assertInstanceOf(Request.Doctor.class, parse(with("doctor", options)));

        assertEquals(cluster, serve.cluster());
        assertEquals(cluster, doctor.cluster());
    }

    @Test
    void theOtherServiceIsWhereTheCourseHasIt() throws UsageException {
        assertEquals(
                new Request.Validate(
                        new Request.Pair(
                                URI.create("https://lab:1"), URI.create("http://127.0.0.1:18091")),
                        Language.ENGLISH),
                parse("validate", "--url", "https://lab:1//", "--lang", "en"));
    }

    private static String[] with(String command, String... options) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "--broker-port 65536=--broker-port cannot be “65536”: a port is a number from 1 to"
                        + " 65535.",
                "--broker-port 0=--broker-port cannot be “0”: a port is a number from 1 to 65535.",
                "--broker-port x=--broker-port cannot be “x”: a port is a number from 1 to 65535.",
                "demo --broker-port -1=--broker-port cannot be “-1”: a port is a number from 1 to"
                        + " 65535.",
                "--lang de=--lang cannot be “de”: languages are en and fr.",
                "--theme pink=--theme cannot be “pink”: allowed are system, light, dark.",
                "demo --picture /x.png --text-size big=--text-size cannot be “big”: allowed are"
                        + " small, normal, large, larger, projector.",
                "demo --size 1x1=--size cannot be “1x1”: a size is WIDTHxHEIGHT in pixels, from"
                        + " 1280x680 to 7680x4320.",
                "demo --size 1600x900=--size “1600x900” has an effect only with --picture.",
                "demo --theme dark=--theme “dark” has an effect only with --picture.",
                "--data x demo=--data does not go with demo: its walk needs a fresh broker; allowed"
                        + " without demo only.",
                "--data a,b=--data cannot be “a,b”: Kafka cannot use a folder with a comma in its"
                        + " path.",
                "--port 1=“--port” is neither an option nor a command here; --help shows them.",
                "dmeo=“dmeo” is neither an option nor a command here; --help shows them.",
                "--theme=--theme needs a value: --theme light|dark|system.",
                "serve --topic a/b=--topic cannot be “a/b”: a topic’s name has 1 to 249 letters,"
                        + " digits, dots, underscores or hyphens, and does not begin with __.",
                "serve --topic __x=--topic cannot be “__x”: a topic’s name has 1 to 249 letters,"
                        + " digits, dots, underscores or hyphens, and does not begin with __.",
                "serve --port 1 --second-port 1=--port and --second-port cannot both be 1: two"
                        + " services need two ports.",
                "serve --bootstrap a=--bootstrap cannot be “a”: addresses are HOST:PORT,"
                        + " comma-separated.",
                "serve --bootstrap a:1, =--bootstrap cannot be “a:1,”: addresses are HOST:PORT,"
                        + " comma-separated.",
                "serve --bootstrap a:1 --broker-port 2=--broker-port does not go with --bootstrap:"
                        + " that cluster has its own.",
                "serve --client-config /x=--client-config “/x” has an effect only with"
                        + " --bootstrap.",
                "doctor --bootstrap a:1 --client-config /=--client-config cannot be “/”: there is"
                        + " no such file that can be read.",
                "validate --url ftp://x=--url cannot be “ftp://x”: an address is http://HOST:PORT.",
                "--theme dark serve=--theme belongs after serve here, if serve has it.",
                "--lang en --lang fr=--lang is given twice; once is allowed.",
            })
    void wrongOnesAreToldInOneSentence(String line, String sentence) {
        assertEquals(sentence, wrong(line.split(" ")));
    }

    @Test
    void dataFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String data = file.resolve("below").toString();

        String sentence = wrong("--data", data);

        assertTrue(
                sentence.startsWith("--data cannot be “" + data + "”: the folder cannot be made"),
                sentence);
    }

    @Test
    void pictureNeedsItsFolder() {
        String file = folder.resolve("none").resolve("a.png").toString();

        assertEquals(
                "--picture cannot be “"
                        + file
                        + "”: there is no folder "
                        + folder.resolve("none")
                        + ".",
                wrong("demo", "--picture", file));
        assertEquals(
                "--picture cannot be “" + folder + "”: a file’s name is needed, and this is none.",
                wrong("demo", "--picture", folder.toString()));
    }

    @Test
    void languageIsFoundWhateverElseIsWrong() {
        assertEquals(Language.FRENCH, Arguments.language(List.of("--foo", "--lang", "fr")));
        assertEquals(Language.FRENCH, Arguments.language(List.of("demo", "--lang=fr", "--size")));
        assertEquals(Language.ENGLISH, Arguments.language(List.of("--lang", "en")));
    }

    private static Request parse(String... arguments) throws UsageException {
        return new Arguments(Language.ENGLISH, 100).parse(List.of(arguments));
    }

    private static String wrong(String... arguments) {
        return assertThrows(UsageException.class, () -> parse(arguments)).sentence();
    }
}
