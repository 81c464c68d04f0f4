package dev.pilothouse.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can check, over every module but the desktop. */
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.pilothouse");

    private static void holds(ArchRule rule) {
        rule.check(ALL);
    }

    @Test
    void onlyTheTimeRoomReadsAClock() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.pilothouse.time")
                        .should()
                        .callMethod(Instant.class, "now"));
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.pilothouse.time")
                        .should()
                        .callMethod(System.class, "currentTimeMillis"));
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.pilothouse.time")
                        .should()
                        .callMethod(System.class, "nanoTime"));
    }

    @Test
    void nobodySleeps() {
        holds(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void theCoreKnowsNoToolkitAndNoConnector() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "..model..",
                                "..store..",
                                "..present..",
                                "..identity..",
                                "..filter..",
                                "..health..",
                                "..source..",
                                "..text..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "com.googlecode.lanterna..",
                                "com.fasterxml..",
                                "picocli..",
                                "..connectors..",
                                "..launch..",
                                "..tui..",
                                "..cli..",
                                "..demo.."));
    }

    @Test
    void connectorsNeverSeePresentation() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("..connectors..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..present..", "..launch..", "..tui..", "..cli..", "..demo.."));
    }

    @Test
    void puttingAConsoleTogetherNeedsNoToolkit() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("..launch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "com.googlecode.lanterna..",
                                "picocli..",
                                "..tui..",
                                "..cli..",
                                "..fx..",
                                "..demo.."));
    }

    @Test
    void theSimulatedPlatformKnowsNoConnector() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("..demo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "..connectors..", "..present..", "..store..", "..launch.."));
    }

    @Test
    void onlyTheTerminalFaceKnowsLanterna() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.pilothouse.tui")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.googlecode.lanterna.."));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("dev.pilothouse.(*)..").should().beFreeOfCycles());
    }

    @Test
    void thereIsNoChangeableStaticState() {
        holds(
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .beFinal());
    }

    @Test
    void onlyTheEntriesPrintToTheStandardStreams() {
        holds(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("Pilothouse")
                        .and()
                        .doNotHaveSimpleName("Bench")
                        .should()
                        .accessField(System.class, "out"));
        holds(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("Pilothouse")
                        .and()
                        .doNotHaveSimpleName("Bench")
                        .should()
                        .accessField(System.class, "err"));
    }

    @Test
    void recordsOfTheModelAreFinalData() {
        holds(
                classes()
                        .that()
                        .resideInAPackage("dev.pilothouse.model")
                        .and()
                        .areRecords()
                        .should()
                        .haveOnlyFinalFields());
    }

    @Test
    void noFileIsLongerThanFiveHundredLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .toList();
            assertTrue(sources.size() > 100, "the sources were not found");
            for (Path source : sources) {
                assertTrue(
                        Files.readAllLines(source).size() <= 500,
                        source + " is longer than 500 lines");
            }
        }
    }
}
