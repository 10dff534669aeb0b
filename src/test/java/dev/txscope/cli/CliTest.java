package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.text.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class CliTest {
    private final FakeProgram program = new FakeProgram();
    private final Captured captured = new Captured();

    @Test
    void optionsOpenTheWindow() {
        assertEquals(0, run(captured.console, "--lang", "fr", "--broker-port", "9092"));

        assertEquals(
                List.of(new Request.Window(9092, null, Language.FRENCH, null)), program.opened);
        assertEquals("", captured.out() + captured.err());
    }

    @Test
    void wrongOptionsAreOneSentenceOnStandardErrorAndNothingStarts() {
        assertEquals(2, run(captured.console, "--broker-port", "x", "--lang", "fr"));

        assertEquals(
                "txscope: --broker-port ne peut être « x » : un port est un nombre de 1 à 65535.\n",
                captured.err());
        assertEquals("", captured.out());
        assertEquals(List.of(), program.opened);
    }

    @Test
    void versionsAreThoseOfTheProgramOfKafkaAndOfJava() {
        assertEquals(0, run(captured.console, "--version"));

        var lines = captured.out().lines().toList();
        assertTrue(lines.get(0).matches("TxScope [0-9]+[.][0-9]+.*"), lines.get(0));
        assertEquals("Kafka 9.9.9", lines.get(1));
        assertTrue(lines.get(2).startsWith("Java " + Runtime.version()), lines.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void helpNamesEveryOptionAndExitCodeInTheChosenLanguage(String language) {
        assertEquals(0, run(captured.console, "--help", "--lang", language));
        assertEquals(0, run(captured.console, "demo", "--help", "--lang", language));

        for (String word :
                List.of(
                        "--broker-port",
                        "--data",
                        "--lang",
                        "--theme",
                        "--picture",
                        "--size",
                        "--text-size",
                        "--details",
                        "130",
                        language.equals("fr") ? "Codes de sortie" : "Exit codes")) {
            assertTrue(captured.out().contains(word), word);
        }
        assertTrue(captured.out().lines().allMatch(l -> l.length() <= 100), captured.out());
    }

    @ParameterizedTest
    @CsvSource({
        "serve, en, who started it has gone",
        "serve, fr, qui l’a lancé n’est plus",
        "validate, en, what was expected and what was seen",
        "validate, fr, ce qui était attendu et ce qui a été vu",
        "doctor, en, Something was found",
        "doctor, fr, Quelque chose a été trouvé"
    })
    void eachCommandTellsItsOwnExitCodes(String command, String language, String meaning) {
        assertEquals(0, run(captured.console, command, "--help", "--lang", language));

        String help = captured.out();
        assertTrue(help.replaceAll("\\s+", " ").contains(meaning), help);
        assertTrue(help.lines().allMatch(l -> l.length() <= 100), help);
        assertEquals("", captured.err());
    }

    @Test
    void aClosedStandardOutputEndsIt() {
        var broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        var console =
                new Console(
                        new PrintStream(broken, true, StandardCharsets.UTF_8),
                        captured.console.err(),
                        100,
                        false);

        assertEquals(141, run(console, "--help"));
    }

    @Test
    void whatACharacterSetLacksIsWrittenPlainly() {
        var old = new Captured(StandardCharsets.ISO_8859_1, 100, false);

        old.console.print("✓ 1 ◆ commit · l’époque …");

        assertEquals("+ 1 * commit · l'époque ...\n", old.out());
    }

    private int run(Console console, String... arguments) {
        return new Cli(console, program, Walks.reference()).run(List.of(arguments));
    }
}
