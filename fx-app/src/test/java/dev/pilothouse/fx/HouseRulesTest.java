package dev.pilothouse.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.pilothouse.fx");

    @Test
    void oneClassKnowsThePlatform() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxExecutor")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .check(CLASSES);
    }

    @Test
    void theDesktopSeesNoTerminalAndNoBackend() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pilothouse.tui..",
                        "dev.pilothouse.cli..",
                        "dev.pilothouse.connectors..",
                        "com.googlecode.lanterna..",
                        "io.fabric8..")
                .check(CLASSES);
    }

    @Test
    void paintingKnowsNothingOfWindows() {
        noClasses()
                .that()
                .resideInAPackage("dev.pilothouse.fx.paint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pilothouse.fx.shell..", "javafx.stage..")
                .check(CLASSES);
    }
}
