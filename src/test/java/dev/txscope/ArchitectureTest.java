package dev.txscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The packages and their directions, as the README's table has them (ADR 0002).
@AnalyzeClasses(packages = "dev.txscope", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "dev.txscope.event..",
        "dev.txscope.projection..",
        "dev.txscope.playback..",
        "dev.txscope.command.."
    };

    @ArchTest
    static final ArchRule coreHasNoToolkit =
            classes()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.pcollections..",
                            "dev.txscope.event..",
                            "dev.txscope.projection..",
                            "dev.txscope.playback..",
                            "dev.txscope.command..")
                    .because("folds that know no toolkit can be replayed and tested anywhere");

    @ArchTest
    static final ArchRule factsDependOnNothing =
            noClasses()
                    .that()
                    .resideInAPackage("dev.txscope.event..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.txscope.projection..",
                            "dev.txscope.playback..",
                            "dev.txscope.command..")
                    .because("facts come first, views second");

    @ArchTest
    static final ArchRule projectionsDoNotKnowTheCursor =
            noClasses()
                    .that()
                    .resideInAPackage("dev.txscope.projection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.txscope.playback..", "dev.txscope.command..")
                    .because("a fold is the same whoever asks for it, and when");

    @ArchTest
    static final ArchRule kafkaStaysInItsAdapters =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.txscope.kafka..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "kafka..", "scala..")
                    .because("Kafka's types change with its version; facts must not");

    @ArchTest
    static final ArchRule adaptersDoNotKnowViews =
            noClasses()
                    .that()
                    .resideInAPackage("dev.txscope.kafka..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.txscope.projection..",
                            "dev.txscope.playback..",
                            "dev.txscope.text..",
                            "dev.txscope.http..",
                            "dev.txscope.ui..",
                            "dev.txscope.cli..",
                            "javafx..")
                    .because("who observes must not know who looks");

    @ArchTest
    static final ArchRule viewsDoNotKnowAdapters =
            noClasses()
                    .that()
                    .resideInAPackage("dev.txscope.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.txscope.kafka..", "dev.txscope.http..", "dev.txscope.cli..")
                    .because("a view is a function of facts, wherever they come from");

    @ArchTest
    static final ArchRule servicesKnowNeitherKafkaNorViews =
            classes()
                    .that()
                    .resideInAPackage("dev.txscope.http..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.pcollections..",
                            "com.fasterxml.jackson..",
                            "dev.txscope.http..",
                            "dev.txscope.event..",
                            "dev.txscope.projection..",
                            "dev.txscope.playback..",
                            "dev.txscope.command..")
                    .because("the contract is tested over sockets alone, without a broker");

    @ArchTest
    static final ArchRule wordsKnowNoToolkit =
            noClasses()
                    .that()
                    .resideInAPackage("dev.txscope.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "dev.txscope.ui..", "dev.txscope.kafka..")
                    .because("the command line says the same words as the window");

    @ArchTest
    static final ArchRule slicesDoNotKnowEachOther =
            slices().matching("dev.txscope.ui.(*)..")
                    .namingSlices("ui.$1")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(anyOf("shell"), anyOf(".*"))
                    .ignoreDependency(anyOf(".*"), anyOf("fx|control"))
                    .because("a slice can be read, changed and tested alone");

    @ArchTest
    static final ArchRule oneCrossingToTheFxThread =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.txscope.ui.fx.FxPump")
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class)
                    .because("one hand-off, coalesced, cannot flood the window (ADR 0004)");

    @ArchTest
    static final ArchRule threadsAreMadeInOnePlace =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.txscope.kafka.Actors")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ThreadFactory")
                    .because(
                            "every thread has a role in its name and a handler for what it throws");

    private static com.tngtech.archunit.base.DescribedPredicate<
                    com.tngtech.archunit.core.domain.JavaClass>
            anyOf(String slices) {
        return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage()
                .or(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "in ui." + slices,
                                c ->
                                        c.getPackageName()
                                                .matches(
                                                        "dev[.]txscope[.]ui[.]("
                                                                + slices
                                                                + ")([.].*)?")));
    }

    /// Nothing reads this out of class files: the sources are searched.
    @Test
    void sourcesKeepTheHouseRules() throws IOException {
        assertEquals(
                List.of(),
                offending("setStyle[(]|printStackTrace[(][)]|[.]sleep[(]|TODO|FIXME", "/"));
        assertEquals(
                List.of(),
                offending("new Thread[(]|Thread[.]of(Virtual|Platform)", "/kafka/Actors.java"));
        assertEquals(List.of(), offending("System[.]out", "/kafka/broker/BrokerMain.java|/cli/"));
        assertEquals(List.of(), offending("!important", "/"));
    }

    private static List<String> offending(String pattern, String allowedIn) throws IOException {
        Pattern forbidden = Pattern.compile(pattern);
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(".java") || f.endsWith(".css"))
                    .filter(
                            f ->
                                    allowedIn.equals("/")
                                            || !Pattern.compile(allowedIn).matcher(f).find())
                    .filter(f -> contains(Path.of(f), forbidden))
                    .toList();
        }
    }

    private static boolean contains(Path file, Pattern forbidden) {
        try {
            return forbidden.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
